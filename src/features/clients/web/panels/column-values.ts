import type { DescribedField, Facet } from '#features/clients/clients-api.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import type { Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import type { Ticks } from './ticks.ts'

/** A value of a column as its filter menu lists it. */
export interface ListedValue extends Facet {
  /** The whole label, where cells show a short one. */
  detail?: string
}

/** The values of a column, and after them those that are ticked although no client that is left has them. */
export function listedValues(
  facets: readonly Facet[],
  ticks: Ticks,
  field: DescribedField,
  language: Language,
): readonly ListedValue[] {
  const { format } = meaningOf(field.kind)
  const known = new Set(facets.map(({ value }) => value))
  const others = ticks === 'untouched' ? [] : [...ticks].filter(value => !known.has(value))
  return [
    ...facets.map(facet => asInCells(facet, field)),
    ...others.map(value => asInCells({ value, label: format(value, field, language), count: 0 }, field)),
  ]
}

/** The values whose label has the searched text in it, accents and case aside. */
export function valuesFound(
  values: readonly ListedValue[],
  search: string,
  emptyLabel: string,
): readonly ListedValue[] {
  const wanted = foldText(search.trim())
  if (wanted === '') return values
  return values.filter(({ value, label, detail = '' }) =>
    foldText(value === null ? emptyLabel : `${label} ${detail}`).includes(wanted),
  )
}

function asInCells(facet: Facet, { choices }: DescribedField): ListedValue {
  const choice = choices?.find(({ value }) => value === facet.value)
  return choice?.short === undefined ? facet : { ...facet, label: choice.short, detail: choice.label }
}

import type { DescribedField, Facet } from '#features/clients/clients-api.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import type { Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import type { Ticks } from './ticks.ts'

/** The values of a column, and after them those that are ticked although no client that is left has them. */
export function withTickedValues(
  values: readonly Facet[],
  ticks: Ticks,
  field: DescribedField,
  language: Language,
): readonly Facet[] {
  if (ticks === 'untouched') return values
  const listed = new Set(values.map(facet => facet.value))
  const others = [...ticks].filter(value => !listed.has(value))
  const { format } = meaningOf(field.kind)
  return [...values, ...others.map(value => ({ value, label: format(value, field, language), count: 0 }))]
}

/** The values whose label has the searched text in it, accents and case aside. */
export function valuesFound(values: readonly Facet[], search: string, emptyLabel: string): readonly Facet[] {
  const wanted = foldText(search.trim())
  if (wanted === '') return values
  return values.filter(({ value, label }) => foldText(value === null ? emptyLabel : label).includes(wanted))
}

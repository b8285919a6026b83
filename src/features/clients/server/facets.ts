import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import { familyOf, meaningOf } from '#kernel/fields/field-kinds.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import type { Facet } from '../clients-api.ts'
import type { ClientField } from '../fields/client-field.ts'
import type { CountedValue } from './client-queries.ts'

/** Counted values with their labels: choices in the order of their labels' list, other values in their own, missing last. */
export function toFacets(field: ClientField, counted: readonly CountedValue[], language: Language): Facet[] {
  const facets = counted.map(one => toFacet(field, one, language))
  const rank = new Map(field.choices?.map(({ value }, index) => [value, index]))
  return facets.sort((a, b) => Number(a.value === null) - Number(b.value === null) || rankOf(a) - rankOf(b))

  function rankOf({ value }: Facet): number {
    return typeof value === 'string' || typeof value === 'number' ? (rank.get(value) ?? 0) : 0
  }
}

function toFacet(
  field: ClientField,
  { value, spelling, name, count }: CountedValue,
  language: Language,
): Facet {
  if (familyOf(field) === 'secret') {
    return value
      ? { value: MASKED_NATIONAL_NUMBER, label: MASKED_NATIONAL_NUMBER, count }
      : { value: null, label: '', count }
  }
  if (name) return { value, label: name, count }
  // The database hands out exact numbers as texts.
  const shown = field.kind === 'number' && value !== null ? Number(value) : (spelling ?? value)
  const choice = field.choices?.find(one => one.value === value)
  const label = choice
    ? inLanguage(choice.label, language)
    : meaningOf(field.kind).format(shown, field, language)
  return { value: shown, label, count }
}

import { findLocality, townName } from '#kernel/belgium/postal-codes.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import type { Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import type { InputReading } from './read-input.ts'

const POSTAL_CODE = 'contact.postalCode'
const CITY = 'contact.city'
const COUNTRY = 'contact.country'

/** The town that goes with a Belgian postal code that was typed, where the client is not said to be there already. */
export function townFor(
  field: string,
  reading: InputReading,
  values: FieldValues,
  language: Language,
): { field: string; value: FieldValue; before: FieldValue } | undefined {
  if (field !== POSTAL_CODE || 'problem' in reading || typeof reading.value !== 'string') return undefined
  if (reading.value === values[POSTAL_CODE] || (values[COUNTRY] ?? 'BE') !== 'BE') return undefined
  const locality = findLocality(reading.value)
  const before = values[CITY]
  // A city that is not loaded cannot be compared with, nor guarded against a change by somebody else.
  if (!locality || before === undefined) return undefined
  const isThere = [locality.fr, locality.nl].some(name => foldText(name) === foldText(String(before ?? '')))
  return isThere ? undefined : { field: CITY, value: townName(locality, language), before }
}

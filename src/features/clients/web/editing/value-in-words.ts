import type { TFunction } from 'i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { isUnknownChoice, meaningOf } from '#kernel/fields/field-kinds.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import type { Language } from '#kernel/language.ts'

/** A value as a cell shows it, empty where there is none; of a thing that is not, or no longer, in sight, that it is not. */
export function valueInWords(
  value: FieldValue,
  field: DescribedField | undefined,
  language: Language,
  t: TFunction<'editing'>,
): string {
  if (isMissing(value)) return ''
  if (!field) return String(value)
  if (Array.isArray(value)) {
    return value.map((one: string | number) => memberInWords(one, field, language, t)).join(', ')
  }
  if (isOutOfSight(value, field)) return t('outOfSight')
  return meaningOf(field.kind).format(value, field, language) || String(value)
}

const memberInWords = (
  member: string | number,
  field: DescribedField,
  language: Language,
  t: TFunction<'editing'>,
): string =>
  isUnknownChoice(member, field) ? t('goneLabel') : meaningOf(field.kind).format([member], field, language)

/** An id that names nothing this user can see. */
const isOutOfSight = (value: FieldValue, field: DescribedField): boolean =>
  (field.kind === 'reference' || field.kind === 'user') && isUnknownChoice(value, field)

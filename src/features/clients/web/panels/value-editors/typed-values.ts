import { readEnterpriseNumber } from '#kernel/belgium/enterprise-number.ts'
import { withoutSeparators } from '#kernel/belgium/separators.ts'
import { readVatNumber } from '#kernel/belgium/vat-number.ts'
import type { Field, FieldValue } from '#kernel/fields/field.ts'
import { familyOf, meaningOf } from '#kernel/fields/field-kinds.ts'
import type { Operator } from '#kernel/filters/filter.ts'
import type { Language } from '#kernel/language.ts'

/** What was typed, understood: nothing yet, a value, or why it is none, with an example of what is accepted. */
export type TypedReading = { value: string | number | undefined } | { problem: string; accepted: string }

/** Reads what was typed as an operand of a condition on a field. */
export function readTyped(typed: string, field: Field, op: Operator): TypedReading {
  if (typed.trim() === '') return { value: undefined }
  if (familyOf(field) === 'text')
    return { value: readText(typed, field, ['eq', 'ne', 'in', 'notIn'].includes(op)) }
  const reading = meaningOf(field.kind).read(typed, field)
  if ('problem' in reading) return { problem: reading.problem, accepted: reading.accepted ?? '' }
  return { value: reading.value as string | number }
}

/** A number of days, from none to a century or so. */
export function readDayCount(typed: string): TypedReading {
  if (typed.trim() === '') return { value: undefined }
  return /^\d{1,5}$/.test(typed.trim())
    ? { value: Number(typed) }
    : { problem: 'notAWholeNumber', accepted: '30' }
}

/** The operand as one types it, to be changed; `readTyped` reads it back. */
export function showTyped(value: unknown, field: Field, language: Language): string {
  if (value === undefined || value === null) return ''
  // With a comma: a dot before three digits would be that of thousands.
  if (field.kind === 'number') return String(value).replace('.', ',')
  if (field.kind === 'money') return language === 'en' ? String(value) : String(value).replace('.', ',')
  return familyOf(field) === 'text'
    ? String(value)
    : meaningOf(field.kind).format(value as FieldValue, field, language)
}

/** Identification numbers are kept without what people put into them; a whole one is completed, as in the search box. */
function readText(typed: string, { kind }: Field, isWhole: boolean): string {
  if (kind === 'enterpriseNumber') {
    return (isWhole && readEnterpriseNumber(typed)) || withoutSeparators(typed).replace(/^BE/i, '')
  }
  if (kind === 'vatNumber') return (isWhole && readVatNumber(typed)) || withoutSeparators(typed)
  return typed
}

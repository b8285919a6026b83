import type { DescribedField } from '#features/clients/clients-api.ts'
import { withMonthNumber } from '#features/imports/month-names.ts'
import { isDay } from '#kernel/day.ts'
import type { FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { isDateKind, meaningOf } from '#kernel/fields/field-kinds.ts'
import { readDayOfYear } from '#kernel/fields/read-values.ts'
import { tidyText } from '#kernel/fields/tidy-text.ts'
import { maxLengthOf } from '#kernel/fields/value-length.ts'
import type { Language } from '#kernel/language.ts'

/** What was typed into a cell, understood, or what is wrong with it: the key of a message, and what is accepted. */
export type InputReading =
  | { value: FieldValue; warning?: 'wrongCheckDigits' }
  | { problem: string; accepted?: string }

/** Reads what was typed into a cell; nothing clears it. Days may lack their year, which is then this one. */
export function readInput(typed: string, field: DescribedField, today: string): InputReading {
  const text = tidyText(field.kind, typed)
  if (text === '') return field.neverEmpty ? { problem: 'neverEmpty' } : { value: null }
  if (text.length > maxLengthOf(field.kind)) {
    return { problem: 'tooLong', accepted: String(maxLengthOf(field.kind)) }
  }
  const reading = meaningOf(field.kind).read(asDay(text, field.kind), field)
  if ('problem' in reading) {
    const thisYear = isDateKind(field.kind) ? dayOfThisYear(text, today) : undefined
    return thisYear === undefined ? reading : { value: thisYear }
  }
  return reading.warning === 'wrongCheckDigits'
    ? { value: reading.value, warning: reading.warning }
    : { value: reading.value }
}

/** The value as one types it, to be changed; `readInput` reads it back. A national number is never shown. */
export function inputText(value: FieldValue, field: DescribedField, language: Language): string {
  if (value === null || field.kind === 'nationalNumber') return ''
  // With a comma: a dot before three digits would be that of thousands.
  if (field.kind === 'number') return String(value).replace('.', ',')
  if (field.kind === 'money') return language === 'en' ? String(value) : String(value).replace('.', ',')
  return meaningOf(field.kind).format(value, field, language)
}

/** Days as accountants type them: `31 déc 2026`, `311226`, and `3112` for a day of the year. */
function asDay(text: string, kind: FieldKind): string {
  if (!isDateKind(kind) && kind !== 'dayOfYear') return text
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d)?$/.exec(text) ?? []
  if (day === undefined || month === undefined) return withMonthNumber(text)
  return [day, month, ...(year === undefined ? [] : [year])].join('/')
}

function dayOfThisYear(text: string, today: string): string | undefined {
  const dayOfYear = readDayOfYear(asDay(text, 'dayOfYear'))
  const day = `${today.slice(0, 4)}-${dayOfYear}`
  return dayOfYear !== undefined && isDay(day) ? day : undefined
}

import type { Field } from './field.ts'
import { familyOf, isDateKind } from './field-kinds.ts'

/** How a value of the field is written in the API; as JSON, which reads the same in every language. */
export function notationOf(field: Field): string {
  if (isDateKind(field.kind)) return '"YYYY-MM-DD"'
  if (field.kind === 'dayOfYear') return '"MM-DD"'
  if (field.kind === 'number') return '1250.5'
  if (field.kind === 'money') return '"1250.00"'
  if (field.kind === 'yesNo') return 'true, false'
  return familyOf(field) === 'text' || typeof field.choices?.[0]?.value === 'string' ? '"…"' : '1'
}

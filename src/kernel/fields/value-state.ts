import { addDays, type Day } from '../day.ts'
import type { Field, FieldValue } from './field.ts'
import { meaningOf } from './field-kinds.ts'

/** What can be said of a value without knowing whether it is required. */
export type ValueState = 'fine' | 'missing' | 'invalid' | 'expired' | 'expiresSoon'

const SOON_IN_DAYS = 60

/** How a value stands on a day; a date expires once it is past, and soon when at most 60 days are left. */
export function valueState(field: Field, value: FieldValue, today: Day): ValueState {
  if (isMissing(value)) return 'missing'
  if (meaningOf(field.kind).isInvalid(value)) return 'invalid'
  if (!field.expires || typeof value !== 'string') return 'fine'
  if (value < today) return 'expired'
  return value <= addDays(today, SOON_IN_DAYS) ? 'expiresSoon' : 'fine'
}

/** True where there is no value; a set without members counts as none. */
export const isMissing = (value: FieldValue): boolean =>
  value === null || (Array.isArray(value) && value.length === 0)

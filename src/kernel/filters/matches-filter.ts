import { addDays, type Day } from '../day.ts'
import type { Field, FieldsById, FieldValue, FieldValues } from '../fields/field.ts'
import { familyOf } from '../fields/field-kinds.ts'
import { isMissing, valueState } from '../fields/value-state.ts'
import { centsOf } from '../money.ts'
import { numberOf } from '../number.ts'
import { foldText } from '../text.ts'
import { type Condition, type Filter, groupParts, isCondition, NEGATIONS } from './filter.ts'

/** What a filter is read against. */
export interface FilterContext {
  fields: FieldsById
  today: Day
}

/**
 * Whether a filter that `checkFilter` has let pass keeps a client. A field or choice that is gone since then matches
 * nobody.
 */
export const matchesFilter = (filter: Filter, values: FieldValues, context: FilterContext): boolean =>
  isSurely(true, filter, values, context)

/** Whether a client must have a value in a field. */
export const isRequired = (field: Field, values: FieldValues, context: FilterContext): boolean =>
  field.requiredFor !== undefined && matchesFilter(field.requiredFor, values, context)

/**
 * Whether a filter is what is `wanted`. A condition on a field that is gone is neither true nor false, so it widens
 * no group, `none` included.
 */
function isSurely(wanted: boolean, filter: Filter, values: FieldValues, context: FilterContext): boolean {
  if (isCondition(filter)) {
    const negated = NEGATIONS[filter.op]
    if (negated) return isSurely(!wanted, { ...filter, op: negated }, values, context)
    const field = context.fields.get(filter.field)
    return field !== undefined && holds(filter, field, values, context) === wanted
  }
  const [quantifier, parts] = groupParts(filter)
  if (quantifier === 'none') return isSurely(!wanted, { any: parts }, values, context)
  const agrees = (part: Filter) => isSurely(wanted, part, values, context)
  return (quantifier === 'all') === wanted ? parts.every(agrees) : parts.some(agrees)
}

/** Whether a condition that is not a negation is true of a client. */
function holds(condition: Condition, field: Field, values: FieldValues, context: FilterContext): boolean {
  const value = values[field.id] ?? null
  if (condition.op === 'incomplete') return isIncomplete(field, values, context)
  if (isMissing(value)) return keepsMissing(condition)
  if (Array.isArray(value)) return holdsOfSet(condition, value)
  return familyOf(field) === 'text'
    ? holdsOfText(condition, String(value))
    : holdsOfValue(condition, field, value, context.today)
}

const INCOMPLETE: ReadonlySet<string> = new Set(['missing', 'invalid', 'expired'])

const isIncomplete = (field: Field, values: FieldValues, context: FilterContext): boolean =>
  INCOMPLETE.has(valueState(field, values[field.id] ?? null, context.today)) &&
  isRequired(field, values, context)

function keepsMissing({ op, value }: Condition): boolean {
  if (op === 'empty') return true
  if (op === 'hasAll') return listOf(value).length === 0
  return (op === 'in' || op === 'hasAny') && listOf(value).includes(null)
}

function holdsOfSet({ op, value }: Condition, members: readonly unknown[]): boolean {
  const isMember = (wanted: unknown) => members.includes(wanted)
  if (op === 'hasAll') return listOf(value).every(isMember)
  return op === 'hasAny' && listOf(value).some(isMember)
}

function holdsOfText({ op, value: operand }: Condition, value: string): boolean {
  const folded = foldText(value)
  if (op === 'in') return presentOf(operand).some(one => foldText(String(one)) === folded)
  const wanted = foldText(String(operand))
  // Half a surrogate pair is part of no text, though JavaScript would find it inside an emoji.
  if (!wanted.isWellFormed()) return false
  if (op === 'contains') return folded.includes(wanted)
  return op === 'startsWith' ? folded.startsWith(wanted) : op === 'eq' && folded === wanted
}

function holdsOfValue(
  { op, value: operand }: Condition,
  field: Field,
  value: FieldValue,
  today: Day,
): boolean {
  const [own, day] = [comparable(field, value), String(value)]
  switch (op) {
    case 'in':
      return presentOf(operand).some(one => comparable(field, one) === own)
    case 'isTrue':
    case 'isFalse':
      return value === (op === 'isTrue')
    case 'today':
      return day === today
    case 'past':
      return day < today
    case 'nextDays':
      return today <= day && day <= addDays(today, Number(operand))
    case 'olderThanDays':
      return day < addDays(today, -Number(operand))
    case 'between': {
      const [from, to] = listOf(operand).map(end => comparable(field, end))
      return from !== undefined && to !== undefined && from <= own && own <= to
    }
    default:
      return compares(op, own, comparable(field, operand))
  }
}

function compares(op: Condition['op'], own: Comparable, wanted: Comparable): boolean {
  if (op === 'eq') return own === wanted
  if (op === 'lt') return own < wanted
  if (op === 'lte') return own <= wanted
  if (op === 'gt') return own > wanted
  return op === 'gte' && own >= wanted
}

type Comparable = string | bigint | number

/** What stands for a value when it is compared: for an amount its cents, which no floating-point number rounds. */
function comparable({ kind }: Field, value: unknown): Comparable {
  if (kind === 'number') return numberOf(value) ?? Number.NaN
  return (kind === 'money' ? centsOf(String(value)) : undefined) ?? String(value)
}

const listOf = (operand: unknown): readonly unknown[] => (Array.isArray(operand) ? operand : [])

const presentOf = (operand: unknown): readonly unknown[] => listOf(operand).filter(one => one !== null)

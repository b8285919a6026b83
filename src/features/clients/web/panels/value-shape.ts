import { familyOf } from '#kernel/fields/field-kinds.ts'
import type { Field } from '#kernel/fields/field.ts'
import type { Condition, Operator } from '#kernel/filters/filter.ts'

/** What a condition needs besides its operator. */
export type ValueShape = 'nothing' | 'one' | 'pair' | 'several' | 'days'

const SHAPES: Readonly<Record<Operator, ValueShape>> = {
  in: 'several',
  notIn: 'several',
  hasAny: 'several',
  hasAll: 'several',
  hasNone: 'several',
  contains: 'one',
  notContains: 'one',
  startsWith: 'one',
  eq: 'one',
  ne: 'one',
  lt: 'one',
  lte: 'one',
  gt: 'one',
  gte: 'one',
  between: 'pair',
  nextDays: 'days',
  olderThanDays: 'days',
  empty: 'nothing',
  notEmpty: 'nothing',
  today: 'nothing',
  past: 'nothing',
  isTrue: 'nothing',
  isFalse: 'nothing',
  incomplete: 'nothing',
}

export const valueShape = (op: Operator): ValueShape => SHAPES[op]

/** True for a field whose values are picked from a list rather than typed. */
export const isPicked = (field: Pick<Field, 'kind' | 'choices'>): boolean =>
  field.choices !== undefined || familyOf(field) === 'yesNo'

/** A condition on a field, with its first operator and nothing filled in. */
export const firstCondition = (field: { id: string; operators: readonly Operator[] }): Condition =>
  changed(field.id, field.operators[0] ?? 'notEmpty', undefined)

/** The condition with another operator; the value stays where the new one takes a value of the same shape. */
export const withOperator = (condition: Condition, op: Operator): Condition =>
  changed(condition.field, op, valueShape(op) === valueShape(condition.op) ? condition.value : undefined)

/** The condition with another value; undefined while it is not filled in. */
export const withValue = (condition: Condition, value: unknown): Condition =>
  changed(condition.field, condition.op, value)

const changed = (field: string, op: Operator, value: unknown): Condition =>
  value === undefined ? { field, op } : { field, op, value }

import type { Field } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import type { Condition, Operator } from '#kernel/filters/filter.ts'
import { valueShape } from '#kernel/filters/value-shape.ts'

/** True for a field whose values are picked from a list rather than typed. */
export const isPicked = (field: Pick<Field, 'kind' | 'choices'>): boolean =>
  field.choices !== undefined || familyOf(field) === 'yesNo'

/** A condition on a field, with its first operator and nothing filled in. */
export const firstCondition = (field: { id: string; operators: readonly Operator[] }): Condition =>
  condition(field.id, field.operators[0] ?? 'notEmpty', undefined)

/** The condition with another operator; the value stays where the new one takes a value of the same shape. */
export const withOperator = ({ field, op: before, value }: Condition, op: Operator): Condition =>
  condition(field, op, valueShape(op) === valueShape(before) ? value : undefined)

/** The condition with another value; undefined while it is not filled in. */
export const withValue = ({ field, op }: Condition, value: unknown): Condition => condition(field, op, value)

const condition = (field: string, op: Operator, value: unknown): Condition =>
  value === undefined ? { field, op } : { field, op, value }

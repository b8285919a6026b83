import type { Operator } from './filter.ts'

/** What a condition needs besides its operator. */
export type ValueShape = 'nothing' | 'one' | 'pair' | 'several' | 'days'

export const valueShape = (op: Operator): ValueShape => SHAPES[op]

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

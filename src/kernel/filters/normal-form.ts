import { amountOf, centsOf } from '../money.ts'
import {
  type Condition,
  type Filter,
  type Group,
  groupParts,
  isCondition,
  NEGATIONS,
  type Operator,
} from './filter.ts'
import { valueShape } from './value-shape.ts'

/**
 * The same filter in the one way of writing it: two filters with the same conditions, in any order and under any
 * nesting that says the same, have equal normal forms. It is for comparing, and may be a level deeper than allowed.
 */
export function normalForm(filter: Filter): Group {
  const canonical = canonicalForm(filter, false)
  return !isCondition(canonical) && 'all' in canonical ? canonical : { all: [canonical] }
}

/** True for two filters that say the same. */
export const sameFilter = (one: Filter, other: Filter): boolean =>
  keyOf(normalForm(one)) === keyOf(normalForm(other))

/** True for a filter without any condition that keeps every client. */
export const isEmptyFilter = (filter: Filter): boolean => sameFilter(filter, { all: [] })

/** The filter, or its negation, with every `none` moved down to the conditions. */
function canonicalForm(filter: Filter, negated: boolean): Filter {
  if (isCondition(filter)) return canonicalCondition(filter, negated)
  const [quantifier, parts] = groupParts(filter)
  if (quantifier === 'none') return canonicalForm({ any: parts }, !negated)
  return canonicalGroup(
    (quantifier === 'all') !== negated ? 'all' : 'any',
    parts.map(part => canonicalForm(part, negated)),
  )
}

/** Nested groups of the same quantifier flattened, parts in order and once, nothing in it that decides alone. */
function canonicalGroup(quantifier: 'all' | 'any', parts: readonly Filter[]): Filter {
  const flat = parts.flatMap(part => partsIn(part, quantifier) ?? [part])
  const opposite = quantifier === 'all' ? 'any' : 'all'
  if (flat.some(part => partsIn(part, opposite)?.length === 0)) return group(opposite, [])
  const [first, ...others] = inOrder(flat)
  return first && others.length === 0 ? first : group(quantifier, first ? [first, ...others] : [])
}

function partsIn(filter: Filter, quantifier: 'all' | 'any'): Filter[] | undefined {
  if (isCondition(filter)) return undefined
  const [own, parts] = groupParts(filter)
  return own === quantifier ? parts : undefined
}

const group = (quantifier: 'all' | 'any', parts: Filter[]): Group =>
  quantifier === 'all' ? { all: parts } : { any: parts }

const OPPOSITES: ReadonlyMap<Operator, Operator> = new Map(
  Object.entries(NEGATIONS).map(([negation, op]) => [op, negation as Operator]),
)

function canonicalCondition(condition: Condition, negated: boolean): Filter {
  const op = NEGATIONS[condition.op]
  if (op) return canonicalCondition({ ...condition, op }, !negated)
  const { field, ...test } = simplest(condition)
  if (!negated) return { field, ...test }
  const opposite = OPPOSITES.get(test.op)
  return opposite ? { field, ...test, op: opposite } : { none: [{ field, ...test }] }
}

/** The condition with its value in order, and with the operator without a value that says the same, if any. */
function simplest({ field, op, value }: Condition): Condition {
  switch (valueShape(op)) {
    case 'nothing':
      return { field, op }
    case 'several':
      return Array.isArray(value) ? simplestList(field, op, value) : { field, op, value }
    case 'pair':
      return { field, op, value: Array.isArray(value) ? value.map(one => asAmount(one, op)) : value }
    default:
      return { field, op, value: asAmount(value, op) }
  }
}

function simplestList(field: string, op: Operator, values: readonly unknown[]): Condition {
  const value = inOrder(values)
  const only = value.length === 1 && op !== 'hasAll' ? value[0] : undefined
  if (only === null) return { field, op: 'empty' }
  if (typeof only === 'boolean') return { field, op: only ? 'isTrue' : 'isFalse' }
  return { field, op, value }
}

const ORDER_OPERATORS: ReadonlySet<Operator> = new Set(['lt', 'lte', 'gt', 'gte', 'between'])

/** An amount in its one spelling. A text can be equal to something that looks like one, so `eq` takes numbers alone. */
function asAmount(value: unknown, op: Operator): unknown {
  const mayBeAmount = ORDER_OPERATORS.has(op) || (op === 'eq' && typeof value === 'number')
  const cents = mayBeAmount ? centsOf(String(value)) : undefined
  return cents === undefined ? value : amountOf(cents)
}

/** The values in the order of their JSON, each once. */
function inOrder<Value>(values: readonly Value[]): Value[] {
  const byKey = new Map(values.map(value => [keyOf(value), value]))
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value)
}

const keyOf = (value: unknown): string => JSON.stringify(value)

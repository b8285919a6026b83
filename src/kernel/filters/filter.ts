import { z } from 'zod'

export const OPERATORS = [
  'in',
  'notIn',
  'empty',
  'notEmpty',
  'contains',
  'notContains',
  'startsWith',
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'today',
  'past',
  'nextDays',
  'olderThanDays',
  'hasAny',
  'hasAll',
  'hasNone',
  'isTrue',
  'isFalse',
  'incomplete',
] as const
export type Operator = (typeof OPERATORS)[number]

/** The operators that are true exactly where another one is false, missing values included. */
export const NEGATIONS: Readonly<Partial<Record<Operator, Operator>>> = {
  notIn: 'in',
  notEmpty: 'empty',
  notContains: 'contains',
  ne: 'eq',
  hasNone: 'hasAny',
}

/** One test of one field. `value` is what the operator takes: nothing, a scalar, a pair or a list. */
export interface Condition {
  field: string
  op: Operator
  value?: unknown
}

/** `all` of nothing keeps every client, `any` of nothing keeps none, `none` of nothing keeps every client. */
export type Group = { all: Filter[] } | { any: Filter[] } | { none: Filter[] }
export type Filter = Group | Condition

export const MAX_FILTER_DEPTH = 20
export const MAX_FILTER_CONDITIONS = 500

const conditionSchema = z.strictObject({
  field: z.string().max(200),
  op: z.enum(OPERATORS),
  value: z.unknown().optional(),
})

/** The shape of a filter; whether its fields, operators and values exist is `checkFilter`'s to say. */
export const filterSchema: z.ZodType<Filter> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(filterSchema) }),
      z.strictObject({ any: z.array(filterSchema) }),
      z.strictObject({ none: z.array(filterSchema) }),
      conditionSchema,
    ]),
  )
  .meta({ id: 'Filter' }) as z.ZodType<Filter>

export const isCondition = (filter: Filter): filter is Condition => 'field' in filter

/** The quantifier of a group and what stands in it. */
export function groupParts(group: Group): ['all' | 'any' | 'none', Filter[]] {
  if ('all' in group) return ['all', group.all]
  if ('any' in group) return ['any', group.any]
  return ['none', group.none]
}

/** A group of the given quantifier. */
export function groupOf(quantifier: 'all' | 'any' | 'none', filters: Filter[]): Group {
  if (quantifier === 'all') return { all: filters }
  return quantifier === 'any' ? { any: filters } : { none: filters }
}

/** Every condition of a filter, in the order in which it is written. */
export function conditionsOf(filter: Filter): Condition[] {
  return isCondition(filter) ? [filter] : groupParts(filter)[1].flatMap(conditionsOf)
}

/** Levels of groups: 0 for a condition, 1 for a group of conditions. */
export function filterDepth(filter: Filter): number {
  if (isCondition(filter)) return 0
  return 1 + groupParts(filter)[1].reduce((deepest, part) => Math.max(deepest, filterDepth(part)), 0)
}

import { describe, expect, test } from 'vitest'
import {
  conditionsOf,
  type Filter,
  filterDepth,
  filterSchema,
  groupOf,
  groupParts,
  NEGATIONS,
} from './filter.ts'

const one: Filter = { field: 'a', op: 'isTrue' }
const two: Filter = { field: 'b', op: 'in', value: ['x', null] }

describe('the shape of a filter', () => {
  test.each<[unknown]>([[one], [two], [{ all: [] }], [{ any: [one, { none: [two, { all: [one] }] }] }]])(
    'is the one of %j',
    filter => {
      expect(filterSchema.parse(filter)).toEqual(filter)
    },
  )

  test.each<[unknown]>([
    [null],
    [[]],
    ['all'],
    [{}],
    [{ all: one }],
    [{ all: [null] }],
    [{ all: [], any: [] }],
    [{ ...one, all: [] }],
    [{ field: 'a', op: 'like' }],
    [{ field: 5, op: 'isTrue' }],
    [{ field: 'x'.repeat(201), op: 'isTrue' }],
    [{ field: 'a', op: 'isTrue', value: 1, extra: 1 }],
    [{ any: [one, { op: 'isTrue' }] }],
  ])('is not the one of %j', input => {
    expect(filterSchema.safeParse(input).success).toBe(false)
  })
})

test('the conditions of a filter come in the order in which they are written', () => {
  expect(conditionsOf({ all: [two, { none: [one] }, { any: [] }, two] })).toEqual([two, one, two])
  expect(conditionsOf(one)).toEqual([one])
})

test.each<[Filter, number]>([
  [one, 0],
  [{ all: [] }, 1],
  [{ all: [one] }, 1],
  [{ all: [one, { none: [{ any: [] }] }, { any: [one] }] }, 3],
])('%j has its number of levels: %i', (filter, depth) => {
  expect(filterDepth(filter)).toBe(depth)
})

test.each(['all', 'any', 'none'] as const)(
  'a group of %s is taken apart and put together again',
  quantifier => {
    const group = groupOf(quantifier, [one, two])
    expect(groupParts(group)).toEqual([quantifier, [one, two]])
    expect(groupOf(...groupParts(group))).toEqual(group)
  },
)

test('no operator is the negation of one that is itself a negation', () => {
  for (const op of Object.values(NEGATIONS)) expect(NEGATIONS[op]).toBeUndefined()
})

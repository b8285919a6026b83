import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ARBITRARY_TODAY,
  arbitraryFields,
  arbitraryFilter,
  arbitraryValues,
} from '#test/factories/arbitrary-filters.ts'
import { type Filter, groupOf, groupParts, isCondition } from './filter.ts'
import { matchesFilter } from './matches-filter.ts'
import { isEmptyFilter, normalForm, sameFilter } from './normal-form.ts'

const a: Filter = { field: 'f.a', op: 'contains', value: 'x' }
const b: Filter = { field: 'f.b', op: 'past' }
const c: Filter = { field: 'f.c', op: 'isTrue' }

describe('the normal form', () => {
  test.each<[string, Filter, Filter]>([
    ['the order of conditions', { all: [a, b] }, { all: [b, a] }],
    ['a condition that stands twice', { all: [a, a, b] }, { all: [a, b] }],
    ['all inside all', { all: [a, { all: [b, { all: [c] }] }] }, { all: [a, b, c] }],
    ['any inside any', { any: [{ any: [a, b] }, c] }, { any: [a, b, c] }],
    ['a group of one', { all: [{ any: [{ all: [a] }] }] }, a],
    ['a double negation', { none: [{ none: [a, b] }] }, { any: [a, b] }],
    ['a negation spread out', { none: [a, b] }, { all: [{ none: [a] }, { none: [b] }] }],
    ['a negated all', { none: [{ all: [a, b] }] }, { any: [{ none: [a] }, { none: [b] }] }],
    ['empty groups', { all: [a, { all: [] }, { none: [] }] }, a],
    ['a group that nothing passes', { all: [a, { any: [] }] }, { any: [] }],
    ['a group that everything passes', { any: [a, { none: [] }] }, { all: [] }],
    ['a negated operator', { none: [a] }, { field: 'f.a', op: 'notContains', value: 'x' }],
    [
      'the order of values',
      { field: 'f', op: 'in', value: ['y', 'x', null, 'y'] },
      { field: 'f', op: 'in', value: [null, 'x', 'y'] },
    ],
    ['missing as a value', { field: 'f', op: 'in', value: [null] }, { field: 'f', op: 'empty' }],
    ['present as a value', { field: 'f', op: 'notIn', value: [null] }, { field: 'f', op: 'notEmpty' }],
    ['no label as a value', { field: 'f', op: 'hasNone', value: [null] }, { field: 'f', op: 'notEmpty' }],
    ['yes as a value', { field: 'f', op: 'in', value: [true] }, { field: 'f', op: 'isTrue' }],
    ['a value where none is needed', { field: 'f', op: 'empty', value: null }, { field: 'f', op: 'empty' }],
    ['the spelling of an amount', { field: 'f', op: 'lt', value: 5 }, { field: 'f', op: 'lt', value: '5.0' }],
    [
      'the spelling of a range',
      { field: 'f', op: 'between', value: ['0', 5] },
      { field: 'f', op: 'between', value: [0, '5.00'] },
    ],
    ['an amount as a number', { field: 'f', op: 'eq', value: 5 }, { field: 'f', op: 'eq', value: '5.00' }],
  ])('does not depend on %s', (_what, one, other) => {
    expect(normalForm(one)).toEqual(normalForm(other))
    expect(sameFilter(one, other)).toBe(true)
  })

  test.each<[string, Filter, Filter]>([
    ['all and any', { all: [a, b] }, { any: [a, b] }],
    ['a condition more', { all: [a, b] }, { all: [a, b, c] }],
    [
      'the ends of a range',
      { field: 'f', op: 'between', value: [1, 2] },
      { field: 'f', op: 'between', value: [2, 1] },
    ],
    ['the number and the text', { field: 'f', op: 'in', value: [1] }, { field: 'f', op: 'in', value: ['1'] }],
    [
      'texts that look like one amount',
      { field: 'f', op: 'eq', value: '7' },
      { field: 'f', op: 'eq', value: '07' },
    ],
    ['one of and equal to', { field: 'f', op: 'in', value: ['x'] }, { field: 'f', op: 'eq', value: 'x' }],
    ['no and not yes', { field: 'f', op: 'isFalse' }, { none: [{ field: 'f', op: 'isTrue' }] }],
    [
      'before and not after',
      { field: 'f', op: 'lte', value: '5' },
      { none: [{ field: 'f', op: 'gt', value: '5' }] },
    ],
  ])('tells %s apart', (_what, one, other) => {
    expect(sameFilter(one, other)).toBe(false)
  })

  test('is a group of conditions that must all hold, at the root', () => {
    expect(normalForm(a)).toEqual({ all: [a] })
    expect(normalForm({ any: [b, a] })).toEqual({ all: [{ any: [a, b] }] })
    expect(normalForm({ none: [] })).toEqual({ all: [] })
  })

  test('leaves the filter that it is given as it was', () => {
    const filter: Filter = { all: [{ field: 'f', op: 'in', value: ['y', 'x'] }, a] }
    const before = structuredClone(filter)
    normalForm(filter)
    expect(filter).toEqual(before)
  })
})

const arbitraryCase = arbitraryFields.chain(fields =>
  fc.record({
    fields: fc.constant(new Map(fields.map(field => [field.id, field]))),
    filter: arbitraryFilter(fields),
    rows: fc.array(arbitraryValues(fields), { minLength: 1, maxLength: 4 }),
  }),
)

// A slow machine must not look like a wrong filter.
describe('any filter', { timeout: 60_000 }, () => {
  test('keeps the same clients in its normal form', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ fields, filter, rows }) => {
        const context = { fields, today: ARBITRARY_TODAY }
        const normal = normalForm(filter)
        for (const values of rows) {
          expect(matchesFilter(normal, values, context)).toBe(matchesFilter(filter, values, context))
        }
      }),
    )
  })

  test('keeps the same clients in its normal form when a field is gone', () => {
    fc.assert(
      fc.property(arbitraryCase, fc.nat(20), ({ fields, filter, rows }, index) => {
        const left = new Map([...fields].filter((_field, position) => position !== index))
        const context = { fields: left, today: ARBITRARY_TODAY }
        for (const values of rows) {
          expect(matchesFilter(normalForm(filter), values, context)).toBe(
            matchesFilter(filter, values, context),
          )
        }
      }),
    )
  })

  test('has a normal form that is its own', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ filter }) => {
        expect(normalForm(normalForm(filter))).toEqual(normalForm(filter))
      }),
    )
  })

  test('has the same normal form with its parts and values in another order', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ filter }) => {
        expect(normalForm(reversed(filter))).toEqual(normalForm(filter))
        expect(sameFilter(reversed(filter), { none: [{ none: [filter] }] })).toBe(true)
      }),
    )
  })
})

const LISTS: ReadonlySet<string> = new Set(['in', 'notIn', 'hasAny', 'hasAll', 'hasNone'])

function reversed(filter: Filter): Filter {
  if (!isCondition(filter)) {
    const [quantifier, parts] = groupParts(filter)
    return groupOf(quantifier, parts.map(reversed).reverse())
  }
  return LISTS.has(filter.op) ? { ...filter, value: (filter.value as unknown[]).toReversed() } : filter
}

describe('an empty filter', () => {
  test.each<[Filter, boolean]>([
    [{ all: [] }, true],
    [{ none: [] }, true],
    [{ all: [{ all: [] }, { none: [{ any: [] }] }] }, true],
    [{ any: [] }, false],
    [a, false],
    [{ all: [{ field: 'f', op: 'notIn', value: [] }] }, false],
  ])('%j is one: %j', (filter, empty) => {
    expect(isEmptyFilter(filter)).toBe(empty)
  })
})

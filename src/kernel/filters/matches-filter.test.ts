import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arbitraryFields,
  arbitraryFilter,
  arbitraryValues,
  fieldOfKind,
  ARBITRARY_TODAY as TODAY,
} from '#test/factories/arbitrary-filters.ts'
import { addDays } from '../day.ts'
import { FIELD_KINDS, type FieldKind, type FieldsById, type FieldValue } from '../fields/field.ts'
import type { Filter, Operator } from './filter.ts'
import { matchesFilter } from './matches-filter.ts'

const fields: FieldsById = new Map(
  FIELD_KINDS.map(kind => [`its.${kind}`, fieldOfKind(kind, { requiredFor: { all: [] }, expires: true })]),
)

/** Whether one condition on a field of a kind keeps a client with this value. */
const keeps = (kind: FieldKind, op: Operator, operand: unknown, value: FieldValue): boolean =>
  matchesFilter(
    { field: `its.${kind}`, op, ...(operand === undefined ? {} : { value: operand }) },
    { [`its.${kind}`]: value },
    { fields, today: TODAY },
  )

const inDays = (count: number) => addDays(TODAY, count)

type Case = [kind: FieldKind, op: Operator, operand: unknown, value: FieldValue, kept: boolean]

const TEXT: Case[] = [
  ['text', 'contains', 'ecole', 'L’ÉCOLE du Parc', true],
  ['text', 'contains', 'E\u0301COLE', 'école', true],
  ['text', 'contains', 'parc ', 'École du Parc', false],
  ['text', 'contains', '%', '50 pour cent', false],
  ['text', 'contains', '_', 'a_b', true],
  ['text', 'contains', '', 'x', true],
  ['text', 'contains', '\ud83e', '🦊', false],
  ['text', 'contains', 'x', null, false],
  ['text', 'contains', '', null, false],
  ['text', 'notContains', 'ecole', 'École', false],
  ['text', 'notContains', 'x', 'École', true],
  ['text', 'notContains', 'x', null, true],
  ['text', 'startsWith', 'éc', 'Ecole', true],
  ['text', 'startsWith', 'cole', 'Ecole', false],
  ['text', 'startsWith', '', null, false],
  ['text', 'eq', 'ecole', 'École', true],
  ['text', 'eq', 'ecole ', 'École', false],
  ['text', 'eq', '', null, false],
  ['text', 'ne', 'ecole', 'École', false],
  ['text', 'ne', 'autre', 'École', true],
  ['text', 'ne', 'ecole', null, true],
  ['text', 'in', ['x', 'ECOLE'], 'école', true],
  ['text', 'in', ['x'], 'école', false],
  ['text', 'in', ['null'], null, false],
  ['text', 'in', [null], null, true],
  ['text', 'in', [null], 'null', false],
  ['text', 'in', [], 'école', false],
  ['text', 'in', [], null, false],
  ['text', 'notIn', ['ecole'], 'École', false],
  ['text', 'notIn', ['ecole'], null, true],
  ['text', 'notIn', ['ecole', null], null, false],
  ['text', 'notIn', [null], 'École', true],
  ['text', 'notIn', [], null, true],
  ['text', 'empty', undefined, null, true],
  ['text', 'empty', undefined, ' ', false],
  ['text', 'notEmpty', undefined, null, false],
  ['text', 'notEmpty', undefined, 'x', true],
]

const ORDERED: Case[] = [
  ['money', 'eq', '5', '5.00', true],
  ['money', 'eq', 0.1, '0.10', true],
  ['money', 'eq', '-0', '0.00', true],
  ['money', 'lt', '9999999999.99', '9999999999.98', true],
  ['money', 'lt', '10', '9.00', true],
  ['money', 'lt', '0', '-0.01', true],
  ['money', 'lt', '5', '5.00', false],
  ['money', 'lte', '5', '5.00', true],
  ['money', 'gt', '5', '5.01', true],
  ['money', 'gt', '5', null, false],
  ['money', 'gte', '5', '5.00', true],
  ['money', 'lt', '5', null, false],
  ['money', 'ne', '5.0', '5.00', false],
  ['money', 'ne', '5.0', null, true],
  ['money', 'between', ['-1', 5], '5.00', true],
  ['money', 'between', ['5', '-1'], '0.00', false],
  ['money', 'between', ['0', '5'], null, false],
  ['money', 'in', [5, null], '5.00', true],
  ['money', 'in', [5, null], null, true],
  ['money', 'notIn', ['5'], '5.00', false],
  ['date', 'eq', '2026-01-31', '2026-01-31', true],
  ['date', 'lt', '2026-01-31', '2025-12-31', true],
  ['date', 'gt', '2026-01-31', null, false],
  ['date', 'between', ['2026-01-01', '2026-01-31'], '2026-01-01', true],
  ['date', 'between', ['2026-01-01', '2026-01-31'], '2026-01-31', true],
  ['date', 'between', ['2026-01-01', '2026-01-31'], '2026-02-01', false],
  ['dayOfYear', 'lte', '06-30', '03-31', true],
  ['dayOfYear', 'gte', '06-30', '03-31', false],
  ['dayOfYear', 'notIn', ['12-31'], null, true],
  ['date', 'today', undefined, TODAY, true],
  ['date', 'today', undefined, inDays(1), false],
  ['date', 'today', undefined, null, false],
  ['date', 'past', undefined, inDays(-1), true],
  ['date', 'past', undefined, TODAY, false],
  ['date', 'past', undefined, null, false],
  ['identityDocument', 'nextDays', 30, TODAY, true],
  ['identityDocument', 'nextDays', 30, inDays(30), true],
  ['identityDocument', 'nextDays', 30, inDays(31), false],
  ['identityDocument', 'nextDays', 30, inDays(-1), false],
  ['identityDocument', 'nextDays', 0, TODAY, true],
  ['identityDocument', 'nextDays', 30, null, false],
  ['date', 'olderThanDays', 30, inDays(-31), true],
  ['date', 'olderThanDays', 30, inDays(-30), false],
  ['date', 'olderThanDays', 0, inDays(-1), true],
  ['date', 'olderThanDays', 30, null, false],
]

const CHOSEN: Case[] = [
  ['choice', 'in', ['legal', 'private'], 'legal', true],
  ['choice', 'in', ['legal'], null, false],
  ['choice', 'in', ['deleted'], 'legal', false],
  ['choice', 'notIn', ['legal'], 'private', true],
  ['choice', 'notIn', ['legal'], null, true],
  ['choice', 'notIn', ['legal', null], null, false],
  ['choice', 'notIn', [], null, true],
  ['user', 'in', [2, null], 2, true],
  ['client', 'in', [12], 1, false],
  ['client', 'empty', undefined, null, true],
  ['yesNo', 'isTrue', undefined, true, true],
  ['yesNo', 'isTrue', undefined, false, false],
  ['yesNo', 'isTrue', undefined, null, false],
  ['yesNo', 'isFalse', undefined, false, true],
  ['yesNo', 'isFalse', undefined, null, false],
  ['yesNo', 'in', [false, null], null, true],
  ['yesNo', 'in', [false, null], false, true],
  ['yesNo', 'notIn', [false], true, true],
  ['yesNo', 'notIn', [false], null, true],
  ['labels', 'hasAny', [1, 2], [2], true],
  ['labels', 'hasAny', [1], [2], false],
  ['labels', 'hasAny', [], [2], false],
  ['labels', 'hasAny', [1], null, false],
  ['labels', 'hasAny', [1, null], null, true],
  ['labels', 'hasAny', [1, null], [], true],
  ['labels', 'hasAny', [1, null], [2], false],
  ['labels', 'hasAll', [1, 2], [2, 30, 1], true],
  ['labels', 'hasAll', [1, 2], [1], false],
  ['labels', 'hasAll', [1], null, false],
  ['labels', 'hasAll', [], null, true],
  ['labels', 'hasAll', [], [1], true],
  ['labels', 'hasNone', [1], [2], true],
  ['labels', 'hasNone', [1], [1, 2], false],
  ['labels', 'hasNone', [1], null, true],
  ['labels', 'hasNone', [1, null], null, false],
  ['labels', 'hasNone', [null], [2], true],
  ['labels', 'hasNone', [], null, true],
  ['labels', 'empty', undefined, [], true],
  ['labels', 'empty', undefined, null, true],
  ['labels', 'notEmpty', undefined, [1], true],
  ['nationalNumber', 'empty', undefined, null, true],
  ['nationalNumber', 'notEmpty', undefined, '••.••.••-•••.••', true],
]

const REQUIRED: Case[] = [
  ['text', 'incomplete', undefined, null, true],
  ['text', 'incomplete', undefined, 'x', false],
  ['labels', 'incomplete', undefined, [], true],
  ['yesNo', 'incomplete', undefined, false, false],
  ['enterpriseNumber', 'incomplete', undefined, '0403170701', false],
  ['enterpriseNumber', 'incomplete', undefined, '0403170700', true],
  ['nationalNumber', 'incomplete', undefined, '••.••.••-•••.••', false],
  ['nationalNumber', 'incomplete', undefined, '85073003329', true],
  ['identityDocument', 'incomplete', undefined, inDays(-1), true],
  ['identityDocument', 'incomplete', undefined, TODAY, false],
  ['identityDocument', 'incomplete', undefined, inDays(1), false],
]

describe('a condition', () => {
  test.each([...TEXT, ...ORDERED, ...CHOSEN, ...REQUIRED])(
    'on a %s, %s %j, of the value %j says %j',
    (kind, op, operand, value, kept) => {
      expect(keeps(kind, op, operand, value)).toBe(kept)
    },
  )

  test('takes a field that a client says nothing about for a missing one', () => {
    const context = { fields, today: TODAY }
    expect(matchesFilter({ field: 'its.text', op: 'empty' }, {}, context)).toBe(true)
    expect(matchesFilter({ field: 'its.text', op: 'ne', value: 'x' }, {}, context)).toBe(true)
    expect(matchesFilter({ field: 'its.text', op: 'eq', value: 'x' }, {}, context)).toBe(false)
  })

  test('is incomplete only of the clients that must have the value', () => {
    const card = fieldOfKind('identityDocument', {
      requiredFor: { field: 'its.choice', op: 'in', value: ['private'] },
      expires: true,
    })
    const context = { fields: new Map([...fields, [card.id, card]]), today: TODAY }
    const incomplete: Filter = { field: card.id, op: 'incomplete' }
    const expired = { [card.id]: inDays(-1) }
    expect(matchesFilter(incomplete, { ...expired, 'its.choice': 'private' }, context)).toBe(true)
    expect(matchesFilter(incomplete, { ...expired, 'its.choice': 'legal' }, context)).toBe(false)
    expect(matchesFilter(incomplete, { 'its.choice': 'private' }, context)).toBe(true)
    expect(matchesFilter(incomplete, {}, context)).toBe(false)
  })
})

describe('a group', () => {
  const yes: Filter = { field: 'its.text', op: 'empty' }
  const no: Filter = { field: 'its.text', op: 'notEmpty' }
  const gone: Filter = { field: 'its.gone', op: 'notIn', value: ['x'] }

  test.each<[Filter, boolean]>([
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ none: [] }, true],
    [{ all: [yes, no] }, false],
    [{ all: [yes, yes] }, true],
    [{ any: [no, yes] }, true],
    [{ any: [no, no] }, false],
    [{ none: [no, no] }, true],
    [{ none: [no, yes] }, false],
    [{ none: [{ none: [yes] }] }, true],
    [{ none: [{ all: [yes, no] }] }, true],
    [{ all: [{ any: [no, { none: [no] }] }, yes] }, true],
  ])('%j keeps a client: %j', (filter, kept) => {
    expect(matchesFilter(filter, {}, { fields, today: TODAY })).toBe(kept)
  })

  test.each<[Filter]>([
    [gone],
    [{ all: [yes, gone] }],
    [{ any: [no, gone] }],
    [{ none: [gone] }],
    [{ none: [no, { none: [gone] }] }],
    [{ none: [{ all: [yes, gone] }] }],
  ])('is not widened by a field that is gone: %j', filter => {
    expect(matchesFilter(filter, {}, { fields, today: TODAY })).toBe(false)
  })
})

test('a filter and its negation share out the clients between them, whatever is missing', {
  timeout: 60_000,
}, () => {
  const cases = arbitraryFields.chain(catalogue =>
    fc.tuple(
      fc.constant(new Map(catalogue.map(field => [field.id, field]))),
      arbitraryFilter(catalogue),
      arbitraryValues(catalogue),
    ),
  )
  fc.assert(
    fc.property(cases, ([byId, filter, values]) => {
      const context = { fields: byId, today: TODAY }
      return matchesFilter(filter, values, context) !== matchesFilter({ none: [filter] }, values, context)
    }),
  )
})

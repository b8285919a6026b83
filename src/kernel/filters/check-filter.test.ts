import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryFields, arbitraryFilter, fieldOfKind } from '#test/factories/arbitrary-filters.ts'
import { FIELD_KINDS, type FieldKind } from '../fields/field.ts'
import { operatorsOf } from '../fields/field-kinds.ts'
import { checkFilter } from './check-filter.ts'
import { type Filter, OPERATORS, type Operator } from './filter.ts'

const fields = new Map(FIELD_KINDS.map(kind => [`its.${kind}`, fieldOfKind(kind)]))

const problemsOf = (kind: FieldKind, op: Operator, value?: unknown) =>
  checkFilter({ field: `its.${kind}`, op, ...(value === undefined ? {} : { value }) }, fields)

const longText = 'x'.repeat(10_241)
const longList = Array.from({ length: 10_001 }, () => 1)

describe('a condition that can be used', () => {
  test.each<[FieldKind, Operator, unknown]>([
    ['text', 'contains', ''],
    ['text', 'contains', '\0'],
    ['text', 'eq', 'x'.repeat(10_240)],
    ['text', 'in', ['x', null]],
    ['enterpriseNumber', 'startsWith', '0403'],
    ['money', 'gt', '5'],
    ['money', 'gt', -5.25],
    ['money', 'between', [0, '9999999999.99']],
    ['money', 'in', [1, null]],
    ['date', 'eq', '2024-02-29'],
    ['date', 'between', ['2026-12-31', '2026-01-01']],
    ['date', 'nextDays', 0],
    ['identityDocument', 'olderThanDays', 36_500],
    ['dayOfYear', 'lt', '02-29'],
    ['choice', 'in', ['legal', null]],
    ['reference', 'notIn', [1]],
    ['client', 'in', [2_147_483_647, null]],
    ['labels', 'hasAny', [1, null]],
    ['labels', 'hasAll', []],
    ['yesNo', 'in', [true, false, null]],
    ['text', 'empty', null],
    ['nationalNumber', 'notEmpty', undefined],
  ])('on a %s: %s %j', (kind, op, value) => {
    expect(problemsOf(kind, op, value)).toEqual([])
  })

  test('is any that the arbitrary filters are made of', { timeout: 60_000 }, () => {
    const cases = arbitraryFields.chain(catalogue =>
      fc.tuple(fc.constant(catalogue), arbitraryFilter(catalogue)),
    )
    fc.assert(
      fc.property(cases, ([catalogue, filter]) => {
        expect(checkFilter(filter, new Map(catalogue.map(field => [field.id, field])))).toEqual([])
      }),
    )
  })
})

describe('a value that does not fit', () => {
  test.each<[FieldKind, Operator, unknown, string, string]>([
    ['text', 'contains', 5, '5', '"…"'],
    ['text', 'contains', undefined, '', '"…"'],
    ['text', 'contains', null, 'null', '"…"'],
    ['text', 'contains', longText, `${'x'.repeat(59)}…`, '"…" (≤ 10240)'],
    ['text', 'in', 'x', 'x', '["…", …, null]'],
    ['text', 'in', ['x', 5], '5', '"…"'],
    ['text', 'in', longList, '[…]', '[… ≤ 10000]'],
    ['text', 'empty', 'x', 'x', 'null'],
    ['money', 'gt', '5,00', '5,00', '"1250.00"'],
    ['money', 'gt', 0.005, '0.005', '"1250.00"'],
    ['money', 'gt', 1e21, '1e+21', '"1250.00"'],
    ['money', 'gt', Number.NaN, 'NaN', '"1250.00"'],
    ['money', 'gt', ['5'], '[…]', '"1250.00"'],
    ['money', 'between', ['5'], '[…]', '["1250.00", "1250.00"]'],
    ['money', 'between', ['5', null], 'null', '"1250.00"'],
    ['date', 'eq', '31/12/2026', '31/12/2026', '"YYYY-MM-DD"'],
    ['date', 'eq', '2026-02-30', '2026-02-30', '"YYYY-MM-DD"'],
    ['date', 'nextDays', '30', '30', '0 … 36500'],
    ['date', 'nextDays', 1.5, '1.5', '0 … 36500'],
    ['date', 'olderThanDays', -1, '-1', '0 … 36500'],
    ['date', 'olderThanDays', 36_501, '36501', '0 … 36500'],
    ['dayOfYear', 'eq', '13-01', '13-01', '"MM-DD"'],
    ['choice', 'in', { legal: true }, '{…}', '["…", …, null]'],
    ['choice', 'in', [['legal']], '[…]', '"…"'],
    ['labels', 'hasAll', [1, null], 'null', '1'],
    ['client', 'in', [0], '0', '1'],
    ['client', 'in', [1.5], '1.5', '1'],
    ['client', 'in', [2_147_483_648], '2147483648', '1'],
    ['yesNo', 'in', ['oui'], 'oui', 'true, false'],
  ])('is refused on a %s: %s %j', (kind, op, value, shown, accepted) => {
    expect(problemsOf(kind, op, value)).toEqual([
      {
        path: 'filter.value',
        problem: 'badValue',
        params: { field: `its.${kind}`, op, value: shown, accepted },
      },
    ])
  })

  test.each<[FieldKind, Operator, unknown, string]>([
    ['choice', 'in', ['legal', 'deleted'], 'deleted'],
    ['reference', 'notIn', [99], '99'],
    ['reference', 'in', ['1'], '1'],
    ['labels', 'hasNone', [1, 99], '99'],
  ])('is refused where it is no choice of a %s: %s %j', (kind, op, value, shown) => {
    expect(problemsOf(kind, op, value)).toMatchObject([
      { path: 'filter.value', problem: 'unknownChoice', params: { value: shown } },
    ])
  })

  test('names the choices that there are', () => {
    expect(problemsOf('choice', 'in', ['x'])[0]?.params?.accepted).toBe('legal, private, 017')
  })
})

describe('an operator', () => {
  test.each(FIELD_KINDS)('is refused on a %s that does not have it', kind => {
    const own = operatorsOf(fieldOfKind(kind))
    for (const op of OPERATORS.filter(one => !own.includes(one))) {
      expect(problemsOf(kind, op)).toEqual([
        {
          path: 'filter.op',
          problem: 'unknownOperator',
          params: { field: `its.${kind}`, op, value: op, accepted: own.join(', ') },
        },
      ])
    }
  })

  test('incomplete is there for a field that someone must fill in', () => {
    const required = fieldOfKind('text', { requiredFor: { all: [] } })
    expect(checkFilter({ field: required.id, op: 'incomplete' }, new Map([[required.id, required]]))).toEqual(
      [],
    )
  })
})

describe('a filter', () => {
  const fine: Filter = { field: 'its.yesNo', op: 'isTrue' }
  const nested = (levels: number): Filter => (levels === 0 ? fine : { any: [nested(levels - 1)] })

  test('has each problem at its place, one per condition', () => {
    const problems = checkFilter(
      {
        all: [
          fine,
          {
            none: [{ field: 'x', op: 'in', value: 3 }, { any: [{ field: 'its.date', op: 'lt', value: 3 }] }],
          },
          { field: 'its.date', op: 'between', value: ['x', 'y'] },
        ],
      },
      fields,
    )
    expect(problems.map(({ path, problem }) => [path, problem])).toEqual([
      ['filter.all[1].none[0].field', 'unknownField'],
      ['filter.all[1].none[1].any[0].value', 'badValue'],
      ['filter.all[2].value', 'badValue'],
    ])
    expect(problems[0]?.params).toEqual({ field: 'x', op: 'in', value: 'x' })
  })

  test('is refused when a field is named after something that every object has', () => {
    for (const field of ['__proto__', 'constructor', 'toString']) {
      expect(checkFilter({ field, op: 'empty' }, fields)).toMatchObject([{ problem: 'unknownField' }])
    }
  })

  test('may have 20 levels and no more', () => {
    expect(checkFilter(nested(20), fields)).toEqual([])
    expect(checkFilter(nested(21), fields)).toEqual([
      { path: 'filter', problem: 'tooDeep', params: { value: 21, accepted: 20 } },
    ])
  })

  test('may have 500 conditions and no more, wherever they stand', () => {
    const many = (count: number): Filter => ({
      all: [fine, { none: Array.from({ length: count - 1 }, () => fine) }],
    })
    expect(checkFilter(many(500), fields)).toEqual([])
    expect(checkFilter(many(501), fields)).toEqual([
      { path: 'filter', problem: 'tooManyConditions', params: { value: 501, accepted: 500 } },
    ])
  })
})

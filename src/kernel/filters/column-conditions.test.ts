import { describe, expect, test } from 'vitest'
import { conditionsOnField, withCondition, withoutField } from './column-conditions.ts'
import type { Condition, Filter } from './filter.ts'

const since: Condition = { field: 'status.clientSince', op: 'gte', value: '2020-01-01' }
const until: Condition = { field: 'status.clientSince', op: 'lt', value: '2021-01-01' }
const active: Condition = { field: 'status.active', op: 'isTrue' }
const either: Filter = { any: [since, active] }

describe('the conditions of a column', () => {
  test.each<[Filter, string, Condition[]]>([
    [{ all: [since, active, until] }, 'status.clientSince', [since, until]],
    [{ all: [since, active] }, 'identity.name', []],
    [{ all: [either, active] }, 'status.clientSince', []],
    [since, 'status.clientSince', [since]],
    [either, 'status.clientSince', []],
    [{ none: [since] }, 'status.clientSince', []],
  ])('of %j for %s are %j', (filter, field, conditions) => {
    expect(conditionsOnField(filter, field)).toEqual(conditions)
  })

  test.each<[Filter, Filter]>([
    [{ all: [since, active, until] }, { all: [active] }],
    [{ all: [either, since] }, { all: [either] }],
    [since, { all: [] }],
    [either, { all: [either] }],
  ])('are taken out of %j, which leaves %j', (filter, left) => {
    expect(withoutField(filter, 'status.clientSince')).toEqual(left)
  })

  test.each<[Filter, Filter]>([
    [{ all: [since] }, { all: [since, active] }],
    [{ all: [] }, { all: [active] }],
    [since, { all: [since, active] }],
    [{ any: [since] }, { all: [{ any: [since] }, active] }],
  ])('are added to %j, which makes %j', (filter, longer) => {
    expect(withCondition(filter, active)).toEqual(longer)
  })

  test('change without a change to the filter that they come from', () => {
    const filter: Filter = Object.freeze({ all: Object.freeze([since, active]) as Filter[] })
    const changed = [until].reduce<Filter>(withCondition, withoutField(filter, since.field))
    expect(changed).toEqual({ all: [active, until] })
    expect(filter).toEqual({ all: [since, active] })
  })
})

import { describe, expect, test } from 'vitest'
import type { Condition, Filter } from '#kernel/filters/filter.ts'
import { clientFields } from '../client-fields.ts'
import { partsOf, withoutPart, withoutVanished } from './filter-parts.ts'

const active: Condition = { field: 'status.active', op: 'isTrue' }
const inNamur: Condition = { field: 'contact.city', op: 'eq', value: 'Namur' }
const either: Filter = { any: [active, inNamur] }

describe('the parts of a filter', () => {
  test.each<[string, Filter, readonly Filter[]]>([
    ['what must all hold, one by one', { all: [active, inNamur] }, [active, inNamur]],
    ['a group inside is one part', { all: [either, active] }, [either, active]],
    ['a filter of another kind is a part by itself', either, [either]],
    ['a lone condition too', active, [active]],
    ['an empty filter has none', { all: [] }, []],
    ['nor has one that excludes nothing', { none: [] }, []],
  ])('%s', (_name, filter, parts) => expect(partsOf(filter)).toEqual(parts))

  test('lifting one leaves the others as they are', () => {
    expect(withoutPart({ all: [active, either, inNamur] }, either)).toEqual({ all: [active, inNamur] })
    expect(withoutPart(either, either)).toEqual({ all: [] })
  })
})

describe('a filter of which a part is gone', () => {
  const fields = new Map(
    clientFields({
      portfolios: [],
      users: [],
      labels: [],
      invoiceFormats: [],
      roles: [],
      mailCategories: [],
      customCategories: [],
    }).map(field => [field.id, field]),
  )
  const gone: Condition = { field: 'identity.labels', op: 'hasAny', value: [12] }

  test.each<[string, Filter, Filter]>([
    ['keeps nobody where it must hold', { all: [active, gone] }, { all: [active, { any: [] }] }],
    ['keeps nobody more where it may hold', { any: [active, gone] }, { any: [active, { any: [] }] }],
    ['keeps nobody where it must not hold', { none: [gone] }, { none: [{ all: [] }] }],
    [
      'keeps nobody where a denial must not hold',
      { none: [{ none: [gone] }] },
      { none: [{ none: [{ any: [] }] }] },
    ],
  ])('%s', (_name, filter, asked) => expect(withoutVanished(filter, fields)).toEqual(asked))

  test('is left as it is when nothing is gone', () => {
    const filter = { all: [active, inNamur] }
    expect(withoutVanished(filter, fields)).toBe(filter)
  })
})

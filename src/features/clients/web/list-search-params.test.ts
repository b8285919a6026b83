import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayHoldNationalNumber } from '#kernel/belgium/national-number.ts'
import { readListSearch, writeListSearch } from './list-search-params.ts'

describe('the address of the list', () => {
  test('a view is read back as it was written', () => {
    const search = {
      portfolio: 3,
      filter: { all: [{ field: 'status.active', op: 'isTrue' as const }] },
      saved: 12,
      sort: [{ field: 'status.clientSince', desc: true }, { field: 'identity.name' }],
      q: 'dubois',
    }
    expect(readListSearch(writeListSearch(search))).toEqual(search)
  })

  test('any text searched for that is no national number is read back', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter(q => !mayHoldNationalNumber(q)),
        q => {
          expect(readListSearch(writeListSearch({ q })).q).toBe(q)
        },
      ),
    )
  })

  test.each(['85073003328', '85.07.30-033.28', ' 85 07 30 033 28 '])('%j never gets into it', q => {
    expect(writeListSearch({ q })).toEqual({})
  })

  test.each(['0403.170.701', 'BE0403170701', 'Rue 85073'])('%j does', q => {
    expect(writeListSearch({ q })).toEqual({ q })
  })

  test('an order names its fields, the descending ones with a minus', () => {
    const sort = [{ field: 'identity.name', desc: true }, { field: 'contact.city' }]
    expect(writeListSearch({ sort })).toEqual({ sort: '-identity.name,contact.city' })
  })

  test('what makes no sense is passed over', () => {
    expect(readListSearch({ portfolio: 'x', filter: { some: [] }, saved: -1, sort: '', q: {} })).toEqual({
      portfolio: undefined,
      filter: undefined,
      saved: undefined,
      sort: [],
      q: undefined,
    })
  })

  test('a number that was searched for is a text again', () => {
    expect(readListSearch({ q: 1482 }).q).toBe('1482')
  })

  test('an empty filter is not the same as none', () => {
    expect(readListSearch({ filter: { all: [] } }).filter).toEqual({ all: [] })
    expect(readListSearch({}).filter).toBeUndefined()
  })
})

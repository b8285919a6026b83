import { describe, expect, test } from 'vitest'
import { historyOf, readHistorySearch, writeHistorySearch } from './history-search-params.ts'

describe('The address of the history', () => {
  test('says which part of it is shown, and is read back the same', () => {
    const search = {
      client: 12,
      user: 3,
      field: 'identity.language',
      from: '2026-11-01',
      to: '2026-11-30',
    }
    expect(readHistorySearch(writeHistorySearch(search))).toEqual(search)
    expect(writeHistorySearch({ client: 12 })).toEqual({ client: 12 })
  })

  test.each([
    { client: 'x' },
    { client: 0 },
    { user: -1 },
    { from: '2026-02-30' },
    { to: 20261130 },
    { field: '' },
    { other: 1 },
  ])('passes over what makes no sense: %o', params => {
    expect(writeHistorySearch(readHistorySearch(params))).toEqual({})
  })

  test('leads to one client, or to one of its cells', () => {
    expect(historyOf(12)).toEqual({ to: '/historique', search: { client: 12 } })
    expect(historyOf(12, 'contact.email').search).toEqual({ client: 12, field: 'contact.email' })
  })
})

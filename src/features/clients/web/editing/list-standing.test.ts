import { describe, expect, test } from 'vitest'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { ClientList, ListRequest } from '../client-list-queries.ts'
import { PORTFOLIO_FIELD } from './editability.ts'
import { ListStanding } from './list-standing.ts'

const LANGUAGE = { id: 'identity.language', kind: 'choice', choices: [] } as unknown as DescribedField
const IN_FRENCH: ListRequest = {
  portfolioId: 1,
  filter: { field: LANGUAGE.id, op: 'in', value: ['fr'] },
}

const listOf = (request: ListRequest): ClientList => ({ key: '', request, ids: [7, 8], matched: 2, total: 2 })
const client = (language: string, portfolio = 1): ClientRow => ({
  id: 7,
  values: { [LANGUAGE.id]: language, [PORTFOLIO_FIELD]: portfolio },
})

function standingIn(list: ClientList) {
  const standing = new ListStanding()
  const follow = (one: ClientList) => standing.follow(one, new Map([[LANGUAGE.id, LANGUAGE]]), '2026-06-15')
  follow(list)
  return { standing, follow }
}

describe('a client of the list', () => {
  test('is outside once a change takes it out of the filter or the portfolio', () => {
    const { standing } = standingIn(listOf(IN_FRENCH))
    expect(standing.isOutside(client('nl'))).toBe(false)
    standing.note([7])
    expect(standing.isOutside(client('nl'))).toBe(true)
    expect(standing.isOutside(client('fr'))).toBe(false)
    expect(standing.isOutside(client('fr', 2))).toBe(true)
  })

  test('is inside again in a list that was asked since', () => {
    const { standing, follow } = standingIn(listOf(IN_FRENCH))
    standing.note(undefined)
    expect(standing.isOutside(client('nl'))).toBe(true)
    follow(listOf(IN_FRENCH))
    expect(standing.isOutside(client('nl'))).toBe(false)
  })
})

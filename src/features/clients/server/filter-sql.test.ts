import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Field, FieldValues } from '#kernel/fields/field.ts'
import { checkFilter } from '#kernel/filters/check-filter.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { matchesFilter } from '#kernel/filters/matches-filter.ts'
import { normalForm } from '#kernel/filters/normal-form.ts'
import { ARBITRARY_TODAY, arbitraryFilter, arbitraryValues } from '#test/factories/arbitrary-filters.ts'
import { makeCustomFields } from '#test/factories/test-custom-fields.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, type TestFirm } from '#test/factories/test-firm.ts'
import { countMatchingClients, findMatchingClients } from './client-queries.ts'
import { readClientRows } from './client-rows-queries.ts'

const SEED = 20261124
const CLIENTS = 250

onEachDatabase('A filter compiled to SQL', database => {
  let firm: TestFirm
  let clients: { id: number; values: FieldValues }[]
  const context = () => ({
    catalogue: firm.catalogue,
    language: 'fr' as const,
    today: ARBITRARY_TODAY,
    readablePortfolios: firm.portfolioIds,
  })

  beforeAll(async () => {
    firm = await makeFirm(database())
    await makeCustomFields(firm, ['number', 'choice', 'document', 'choices'])
    const invented = storable(
      fc.sample(arbitraryValues(firm.catalogue.fields), { numRuns: CLIENTS, seed: SEED }),
      firm,
    )
    const ids = await makeClients(firm, invented)
    const rows = await readClientRows(firm.db, ids, firm.catalogue.fields, firm.portfolioIds, context())
    // What is read back, but for the national number, which only comes masked.
    clients = rows.map(({ id, values }, index) => ({
      id,
      values: { ...values, 'identity.nationalNumber': invented[index]?.['identity.nationalNumber'] ?? null },
    }))
  })

  const keptBySql = async (filter: Filter): Promise<Set<number>> => {
    const selection = { portfolioIds: firm.portfolioIds, filter }
    const { idList, matched } = await findMatchingClients(firm.db, selection, [], context())
    const ids = new Set(idList === '' ? [] : idList.split(',').map(Number))
    expect(ids.size).toBe(matched)
    return ids
  }

  const keptByPredicate = (filter: Filter): Set<number> =>
    new Set(
      clients
        .filter(({ values }) =>
          matchesFilter(filter, values, { fields: firm.catalogue.byId, today: ARBITRARY_TODAY }),
        )
        .map(({ id }) => id),
    )

  test('keeps exactly the clients that the plain predicate keeps, and so does its normal form', async () => {
    expect(clients).toHaveLength(CLIENTS)
    await fc.assert(
      fc.asyncProperty(arbitraryFilter(firm.catalogue.fields), async filter => {
        expect(checkFilter(filter, firm.catalogue.byId)).toEqual([])
        const expected = keptByPredicate(filter)
        expect(await keptBySql(filter)).toEqual(expected)
        expect(await keptBySql(normalForm(filter))).toEqual(expected)
      }),
      { numRuns: 200, seed: SEED },
    )
  }, 120_000)

  test('counts together what it keeps alone', async () => {
    const filters = fc.sample(arbitraryFilter(firm.catalogue.fields), { numRuns: 40, seed: SEED + 1 })
    const counts = await countMatchingClients(
      firm.db,
      { portfolioIds: firm.portfolioIds },
      filters,
      context(),
    )
    expect(counts).toEqual(filters.map(filter => keptByPredicate(filter).size))
  })

  test.each([
    ['an end of a statement', `'; DROP TABLE clients; --`],
    ['a tautology', `" OR "1"="1`],
    ['a wildcard', '%'],
    ['a wildcard for one character', '_'],
    ['an escape', '\\'],
    ['a parameter', '$1'],
    ['NUL', '\u0000'],
    ['an emoji of several', '👩‍👩‍👧'],
    ['half a surrogate pair', '\ud800'],
    ['10 kB', 'x'.repeat(10_240)],
    ['an array', '{NULL}'],
    ['a word of SQL', 'NULL'],
  ])('takes %s for what it is, a value', async (_what, odd) => {
    const everywhere: Filter[] = firm.catalogue.fields
      .filter(({ kind }) => kind === 'text' || kind === 'email')
      .flatMap(({ id: field }) => [
        { field, op: 'contains', value: odd },
        { field, op: 'ne', value: odd },
        { field, op: 'in', value: [odd, null] },
      ])
    for (const filter of everywhere) expect(await keptBySql(filter)).toEqual(keptByPredicate(filter))
  })
})

/** Arbitrary values bent to what a client can be: a name, a kind and a portfolio, and numbers that nobody else has. */
function storable(invented: readonly FieldValues[], firm: TestFirm): FieldValues[] {
  const taken = new Set<unknown>()
  const unlessTaken = (value: FieldValues[string] | undefined) => {
    if (value === null || value === undefined || taken.has(value)) return null
    taken.add(value)
    return value
  }
  const choices = (id: string) =>
    (firm.catalogue.byId.get(id) as Field).choices?.map(({ value }) => value) ?? []
  return invented.map((values, index) => ({
    ...values,
    'identity.name': values['identity.name'] || `Client ${index}`,
    'identity.kind': values['identity.kind'] ?? choices('identity.kind')[index % 4] ?? 'legal',
    'assignment.portfolio': firm.portfolioIds[index % 2] ?? 0,
    'identity.enterpriseNumber': unlessTaken(values['identity.enterpriseNumber']),
    'identity.vatNumber': unlessTaken(values['identity.vatNumber']),
    'identity.nationalNumber': unlessTaken(values['identity.nationalNumber']),
    'billing.billedTo': null,
    'portal.state': values['portal.state'] ?? 'none',
  }))
}

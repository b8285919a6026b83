import { beforeAll, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, type TestFirm } from '#test/factories/test-firm.ts'
import { countMatchingClients, countValues, findMatchingClients } from './client-queries.ts'
import { readClientRows } from './client-rows-queries.ts'
import { toFacets } from './facets.ts'

const BILLED_TO = 'billing.billedTo'

onEachDatabase('The client who is billed for another', database => {
  let firm: TestFirm
  let holding: number
  let [subsidiary, director]: number[] = []

  beforeAll(async () => {
    firm = await makeFirm(database())
    const [here, elsewhere] = firm.portfolioIds
    const client = (name: string, portfolio: number | undefined, billedTo: number | null = null) => ({
      'identity.name': name,
      'assignment.portfolio': portfolio ?? null,
      [BILLED_TO]: billedTo,
    })
    const made = await makeClients(firm, [client('Holding SA', elsewhere)])
    holding = made[0] ?? 0
    ;[subsidiary, director] = await makeClients(firm, [
      client('Filiale SRL', here, holding),
      client('Anne Dupont', here),
    ])
  })

  const reading = (portfolioIds: readonly number[]) => {
    const { db, catalogue } = firm
    const context = {
      catalogue,
      language: 'fr' as const,
      today: '2026-11-24',
      readablePortfolios: portfolioIds,
    }
    const field = catalogue.byId.get(BILLED_TO)
    if (!field) throw new Error('There is no such field.')
    const keep = (filter: Filter) => findMatchingClients(db, { portfolioIds, filter }, [], context)
    return {
      row: async () => (await readClientRows(db, [subsidiary ?? 0], [field], portfolioIds, context))[0],
      facets: async () => toFacets(field, await countValues(db, field, { portfolioIds }, context), 'fr'),
      kept: async (filter: Filter) => (await keep(filter)).idList,
      count: async (filter: Filter) =>
        (await countMatchingClients(db, { portfolioIds }, [filter], context))[0],
      sorted: async () =>
        (await findMatchingClients(db, { portfolioIds }, [{ field: BILLED_TO }], context)).idList,
    }
  }

  test('is shown, counted, filtered and sorted by name', async () => {
    const all = reading(firm.portfolioIds)
    expect(await all.row()).toEqual({
      id: subsidiary,
      values: { [BILLED_TO]: holding },
      names: { [BILLED_TO]: 'Holding SA' },
    })
    expect(await all.facets()).toEqual([
      { value: holding, label: 'Holding SA', count: 1 },
      { value: null, label: '', count: 2 },
    ])
    expect(await all.kept({ field: BILLED_TO, op: 'in', value: [holding] })).toBe(String(subsidiary))
    expect(await all.count({ field: BILLED_TO, op: 'notEmpty' })).toBe(1)
    expect(await all.sorted()).toBe([subsidiary, director, holding].join(','))
  })

  test('is not told of to someone who may not read that client', async () => {
    const some = reading(firm.portfolioIds.slice(0, 1))
    expect(await some.row()).toEqual({ id: subsidiary, values: { [BILLED_TO]: null } })
    expect(await some.facets()).toEqual([{ value: null, label: '', count: 2 }])
    expect(await some.kept({ field: BILLED_TO, op: 'in', value: [holding] })).toBe('')
    expect(await some.count({ field: BILLED_TO, op: 'notEmpty' })).toBe(0)
    expect(await some.kept({ field: BILLED_TO, op: 'empty' })).toBe([director, subsidiary].join(','))
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import { countMatchingClients, countValues, findMatchingClients } from './client-queries.ts'
import { readClientRows } from './client-rows-queries.ts'
import { readSearch } from './search-terms.ts'

onEachDatabase('The list of clients', database => {
  let firm: TestFirm
  let ids: number[]

  beforeAll(async () => {
    firm = await makeFirm(database())
    const [responsible] = firm.userIds
    const [horeca, immo] = firm.labelIds
    ids = await makeClients(firm, [
      {
        'identity.name': 'École d’été',
        'identity.legalForm': '017',
        'identity.enterpriseNumber': '0403170701',
        'identity.vatNumber': 'BE0403170701',
        'identity.labels': [horeca ?? 0, immo ?? 0],
        'contact.city': 'Liège',
        'contact.postalCode': '4000',
        'contact.email': 'info.ecole@ete.test',
        'assignment.responsible': responsible ?? null,
        'billing.flatAmount': '1250.00',
        'mail.vat': false,
        'status.clientSince': '2014-02-01',
      },
      {
        'identity.name': 'Dupont Jean',
        'identity.kind': 'private',
        'identity.nationalNumber': '85073003328',
        'contact.city': 'LIEGE',
        'status.clientUntil': '2020-12-31',
      },
      {
        'identity.name': 'Zèbre 100 %',
        'identity.legalForm': '610',
        'assignment.portfolio': firm.portfolioIds[1] ?? null,
      },
    ])
  })

  const context = () => ({
    catalogue: firm.catalogue,
    language: 'fr' as const,
    today: '2026-11-24',
    readablePortfolios: firm.portfolioIds,
  })
  const everywhere = () => ({ portfolioIds: firm.portfolioIds })
  const names = async (filter: Filter, search = ''): Promise<string[]> => {
    const terms = readSearch(search, number => TEST_SECRETS.hash(firm.db.firmId, number))
    const found = await findMatchingClients(
      firm.db,
      { ...everywhere(), filter, search: terms },
      [],
      context(),
    )
    const fields = firm.catalogue.fields.filter(({ id }) => id === 'identity.name')
    const rows = await readClientRows(firm.db, idsOf(found.idList), fields, firm.portfolioIds, context())
    expect(rows).toHaveLength(found.matched)
    return rows.map(row => String(row.values['identity.name']))
  }

  test('is in the order of names, accents aside, with how many match and how many there are', async () => {
    const found = await findMatchingClients(firm.db, everywhere(), [], context())
    expect(idsOf(found.idList)).toEqual([ids[1], ids[0], ids[2]])
    expect([found.matched, found.total]).toEqual([3, 3])
  })

  test('sorts by the label of a choice in the user’s language, missing values last in both directions', async () => {
    const sorted = (desc: boolean, language: 'fr' | 'nl') =>
      findMatchingClients(firm.db, everywhere(), [{ field: 'identity.legalForm', desc }], {
        ...context(),
        language,
      })
    expect(idsOf((await sorted(false, 'fr')).idList)).toEqual([ids[0], ids[2], ids[1]])
    expect(idsOf((await sorted(true, 'fr')).idList)).toEqual([ids[2], ids[0], ids[1]])
    // In Dutch the SRL is a BV, which comes before VZW, the ASBL.
    expect(idsOf((await sorted(false, 'nl')).idList)).toEqual([ids[2], ids[0], ids[1]])
  })

  test('leaves out what is in other portfolios, from the total as well', async () => {
    const [first] = firm.portfolioIds
    const found = await findMatchingClients(firm.db, { portfolioIds: [first ?? 0] }, [], context())
    expect([found.matched, found.total]).toEqual([2, 2])
  })

  test.each([
    ['ECOLE', ['École d’été']],
    ['e c o l e', ['École d’été']],
    ['0403.170.701', ['École d’été']],
    ['BE 0403 170 701', ['École d’été']],
    ['be0403/170-701', ['École d’été']],
    ['INFO.ECOLE@ete', ['École d’été']],
    ['85.07.30-033.28', ['Dupont Jean']],
    ['85073003', []],
    ['100%', ['Zèbre 100 %']],
    ['_', []],
    ['\\', []],
    ['\0', []],
    ['  ', ['Dupont Jean', 'École d’été', 'Zèbre 100 %']],
  ])('finds %j', async (search, expected) => {
    expect(await names({ all: [] }, search)).toEqual(expected)
  })

  test('counts several filters in one pass', async () => {
    const filters: Filter[] = [
      { all: [] },
      { field: 'status.active', op: 'isTrue' },
      { field: 'identity.labels', op: 'hasAny', value: [firm.labelIds[0]] },
      { field: 'contact.city', op: 'eq', value: 'liège' },
      { field: 'mail.vat', op: 'isFalse' },
      { any: [] },
    ]
    expect(await countMatchingClients(firm.db, everywhere(), filters, context())).toEqual([3, 2, 1, 2, 1, 0])
  })

  test('counts the values of a column: spellings together, each label, missing as null', async () => {
    const values = async (id: string) => {
      const field = firm.catalogue.byId.get(id)
      if (!field) throw new Error(id)
      return (await countValues(firm.db, field, everywhere(), context())).map(({ value, count }) => [
        value,
        count,
      ])
    }
    expect(await values('contact.city')).toEqual([
      ['liege', 2],
      [null, 1],
    ])
    expect(await values('identity.legalForm')).toEqual([
      ['017', 1],
      ['610', 1],
      [null, 1],
    ])
    expect(new Map((await values('identity.labels')) as [number, number][])).toEqual(
      new Map([
        [firm.labelIds[0], 1],
        [firm.labelIds[1], 1],
        [null, 2],
      ]),
    )
  })

  test('gives every field of a client, national number masked, money and days as text', async () => {
    const rows = await readClientRows(
      firm.db,
      [9_999_999, ...ids],
      firm.catalogue.fields,
      firm.portfolioIds,
      context(),
    )
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(rows[0]?.values).toMatchObject({
      'identity.name': 'École d’été',
      'identity.labels': [firm.labelIds[0], firm.labelIds[1]],
      'organisation.closingDay': '12-31',
      'status.clientSince': '2014-02-01',
      'status.active': true,
      'billing.flatAmount': '1250.00',
      'assignment.responsible': firm.userIds[0],
      'assignment.assistant': null,
      'mail.vat': false,
      'mail.tax': null,
      'contact.city': 'Liège',
      'portal.state': 'none',
    })
    expect(rows[1]?.values).toMatchObject({
      'identity.nationalNumber': '••.••.••-•••.••',
      'status.active': false,
      'organisation.closingDay': null,
    })
    expect(Object.keys(rows[0]?.values ?? {})).toHaveLength(firm.catalogue.fields.length)
  })

  test('never gives a client of a portfolio that the user may not read', async () => {
    const [first] = firm.portfolioIds
    const rows = await readClientRows(firm.db, ids, firm.catalogue.fields, [first ?? 0], context())
    expect(rows.map(({ id }) => id)).toEqual([ids[0], ids[1]])
  })
})

describe('The search box', () => {
  test('looks for nothing when nothing but dots and spaces was typed', () => {
    expect(readSearch(' . ', () => Buffer.alloc(0))).toBeUndefined()
  })
})

const idsOf = (idList: string): number[] => (idList === '' ? [] : idList.split(',').map(Number))

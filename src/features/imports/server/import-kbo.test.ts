import { eq, isNotNull, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clientAddresses, clientContacts, clients } from '#features/clients/server/client-tables.ts'
import { findActor } from '#features/sign-in/server/actor.ts'
import { listOfEnterprises } from '#test/factories/list-of-enterprises.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import type { Import } from '../imports-api.ts'
import { importFile } from './import-file.ts'

onEachDatabase('The 931 enterprises of the BCE’s open data', database => {
  let firm: TestFirm
  let done: Import

  beforeAll(async () => {
    firm = await makeFirm(database())
    const actor = await findActor(database(), { firmId: firm.db.firmId, memberId: firm.db.userId })
    if (!actor) throw new Error('The administrator is not active.')
    const file = { name: 'bce.csv', bytes: new TextEncoder().encode(listOfEnterprises()) }
    const options = { defaultPortfolio: firm.portfolioIds[0] ?? 0, acceptWarnings: false, dryRun: false }
    done = await importFile(actor, file, options, TEST_SECRETS)
  })

  const get = async (number: string) => {
    const [client] = await firm.db.select(clients, eq(clients.enterpriseNumber, number))
    const [address] = await firm.db.select(clientAddresses, eq(clientAddresses.clientId, client?.id ?? 0))
    return { ...client, address }
  }

  test('all become clients, without a warning', async () => {
    expect(done).toMatchObject({
      imported: 931,
      counts: { rows: 931, accepted: 931, warned: 0, refused: 0, duplicate: 0 },
    })
    expect(await firm.db.select(clients)).toHaveLength(931)
    expect(await firm.db.select(clients, isNotNull(clients.legalForm))).toHaveLength(931)
    expect(await firm.db.select(clients, eq(clients.kind, 'legal'))).toHaveLength(931)
  })

  test('have every column recognised', () => {
    expect(done.sheets[0]?.columns.filter(({ target }) => target === null)).toEqual([])
  })

  test('keep their names, forms and addresses', async () => {
    expect(await get('0200065765')).toMatchObject({
      name: 'Intergemeentelijke Vereniging Veneco',
      legalForm: '416',
      closingDay: '12-31',
      address: {
        street: 'Panhuisstraat 1',
        postalCode: '9070',
        city: 'Destelbergen',
        country: 'BE',
        purpose: 'seat',
      },
    })
  })

  test('keep their e-mail addresses and phone numbers, zeros and all', async () => {
    const { id = 0 } = await get('0200362408')
    const contacts = await firm.db.select(clientContacts, eq(clientContacts.clientId, id))
    expect(contacts.map(({ type, value }) => [type, value]).sort()).toEqual([
      ['email', 'info@isbw.be'],
      ['phone', '02 315 13 51'],
    ])
    expect(await firm.db.select(clientContacts, sql`type = 'email'`)).toHaveLength(388)
    expect(await firm.db.select(clientContacts, sql`type = 'phone'`)).toHaveLength(230)
  })
})

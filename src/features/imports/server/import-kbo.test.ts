import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clientAddresses, clientContacts, clients } from '#features/clients/server/client-tables.ts'
import { findActor } from '#features/sign-in/server/actor.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import type { Import } from '../imports-api.ts'
import { importFile } from './import-file.ts'

const KBO = fileURLToPath(new URL('../../../../../shared/data/kbo', import.meta.url))

/** The enterprises of the open data of the BCE as an accountant would list them: one row each. */
function listOfEnterprises(): string {
  const addresses = firstByEntity(readKbo('address'), row => row.TypeOfAddress === 'REGO')
  const names = firstByEntity(readKbo('denomination'), row => row.TypeOfDenomination === '001')
  const emails = firstByEntity(readKbo('contact'), row => row.ContactType === 'EMAIL')
  const phones = firstByEntity(readKbo('contact'), row => row.ContactType === 'TEL')
  const rows = readKbo('enterprise').map(
    ({ EnterpriseNumber: number = '', JuridicalFormCAC, JuridicalForm }) => {
      const { StreetFR, HouseNumber, Box, Zipcode, MunicipalityFR } = addresses.get(number) ?? {}
      const form = JuridicalFormCAC || JuridicalForm
      const contact = [emails.get(number)?.Value, phones.get(number)?.Value]
      return [
        number,
        names.get(number)?.Denomination,
        form,
        StreetFR,
        HouseNumber,
        Box,
        Zipcode,
        MunicipalityFR,
        ...contact,
      ]
    },
  )
  const header = [
    'N° BCE',
    'Dénomination',
    'Forme',
    'Rue',
    'N°',
    'Bte',
    'CP',
    'Commune',
    'E-mail',
    'Téléphone',
  ]
  return [header, ...rows].map(cells => cells.map(csvCell).join(';')).join('\r\n')
}

type KboRow = Partial<Record<string, string>>

function readKbo(table: string): KboRow[] {
  const path = `${KBO}/${table}.csv`
  if (!existsSync(path))
    throw new Error(`This test imports the open data of the BCE, which is not there: ${path}`)
  return parse(readFileSync(path), { columns: true })
}

function firstByEntity(rows: readonly KboRow[], isWanted: (row: KboRow) => boolean): Map<string, KboRow> {
  const wanted = rows.filter(isWanted).map((row): [string, KboRow] => [row.EntityNumber ?? '', row])
  return new Map(wanted.reverse())
}

const csvCell = (text = ''): string => `"${text.replaceAll('"', '""')}"`

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

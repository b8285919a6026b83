import { addClients } from '#features/change-sets/server/add-clients.ts'
import { type Catalogue, getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { createFirm } from '#features/firm/server/create-firm.ts'
import { labels, portfolios, users } from '#features/firm/server/firm-tables.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { Database } from '#platform/db/database.ts'
import { type FirmDb, openFirmDb } from '#platform/db/firm-db.ts'
import { openSecretBox } from '#platform/secret-box.ts'

export const TEST_SECRETS = openSecretBox('a secret of the tests that is long enough to be one')

export interface TestFirm {
  db: FirmDb
  catalogue: Catalogue
  portfolioIds: number[]
  userIds: number[]
  labelIds: number[]
}

/** A firm with two portfolios, three users and three labels, and no client. */
export async function makeFirm(database: Database, name = 'Fiduciaire des tests'): Promise<TestFirm> {
  const created = await createFirm(database, {
    name,
    fictional: false,
    portfolios: [
      { name: 'Namur', color: 'teal' },
      { name: 'Gent', color: 'blue' },
    ],
  })
  const members = await created.insert(users, [
    { name: 'Anne Peeters', email: `anne@${created.firmId}.test`, role: 'administrator' },
    { name: 'Éric Dubois', email: `eric@${created.firmId}.test`, role: 'collaborator' },
    { name: 'Jan Maes', email: `jan@${created.firmId}.test`, role: 'readOnly' },
  ])
  const tags = await created.insert(labels, [
    { name: 'Horeca', color: 'blue' },
    { name: 'Immo', color: 'grape' },
    { name: 'Construction', color: 'orange' },
  ])
  const db = openFirmDb(database, created.firmId, members[0]?.id ?? 0)
  const portfolioIds = (await db.select(portfolios)).map(({ id }) => id).sort((a, b) => a - b)
  return {
    db,
    portfolioIds,
    catalogue: await getCatalogue(db, portfolioIds),
    userIds: members.map(({ id }) => id),
    labelIds: tags.map(({ id }) => id),
  }
}

/** Creates clients of a firm from what a test says of them; the rest is a legal person in the first portfolio. */
export async function makeClients(firm: TestFirm, clients: readonly FieldValues[]): Promise<number[]> {
  const services = { catalogue: firm.catalogue, secrets: TEST_SECRETS }
  const complete = clients.map((values, index) => ({
    'identity.name': `Client ${index + 1}`,
    'identity.kind': 'legal',
    'assignment.portfolio': firm.portfolioIds[0] ?? null,
    ...values,
  }))
  const { clientIds } = await firm.db.transaction(tx =>
    addClients(tx, { userId: null }, { origin: 'setup', pieces: [complete] }, services),
  )
  return clientIds
}

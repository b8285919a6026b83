import { addClients } from '#features/change-sets/server/add-clients.ts'
import { recordSettings } from '#features/change-sets/server/record-settings-queries.ts'
import { type Catalogue, getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { columnLayouts } from '#features/column-layout/server/column-layout-tables.ts'
import { createFirm } from '#features/firm/server/create-firm.ts'
import { labels, portfolioMembers, portfolios, users } from '#features/firm/server/firm-tables.ts'
import { imports } from '#features/imports/server/import-tables.ts'
import { seedLoupeLinks } from '#features/loupe/server/seed-loupe-links.ts'
import { savedFilters } from '#features/saved-filters/server/saved-filter-tables.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { Database } from '#platform/db/database.ts'
import { type FirmDb, openFirmDb } from '#platform/db/firm-db.ts'
import { onceOnly } from '#platform/db/once-only.ts'
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

/** Puts at least one row into every table of a firm, for the tests that walk them all. */
export async function fillEveryTable(firm: TestFirm): Promise<void> {
  const [userId = 0] = firm.userIds
  const [portfolioId = 0] = firm.portfolioIds
  await makeClients(firm, [
    {
      'contact.city': 'Namur',
      'contact.email': 'info@client.test',
      'assignment.responsible': userId,
      'mail.vat': true,
      'identity.labels': firm.labelIds,
    },
  ])
  await firm.db.insert(portfolioMembers, [{ portfolioId, userId, level: 'edit' }])
  await firm.db.insert(savedFilters, [
    { ownerId: userId, name: 'Tous', icon: 'star', filter: { all: [] }, shared: true },
  ])
  await firm.db.insert(columnLayouts, [
    { userId, layout: { order: [], shown: [], foldedGroups: [], widths: {}, sort: [] } },
  ])
  await firm.db.transaction(seedLoupeLinks)
  await firm.db.transaction(tx =>
    recordSettings(tx, [
      {
        entity: 'portfolio',
        entityId: portfolioId,
        name: 'Namur',
        field: 'name',
        before: 'Nord',
        after: 'Namur',
      },
    ]),
  )
  await onceOnly(firm.db, { key: 'once', asked: null }, async () => null)
  await firm.db.insert(imports, [{ userId, fileName: 'clients.csv', state: 'read', sheets: Buffer.alloc(0) }])
  await firm.db.insert(imports, [
    { userId, fileName: 'clients.csv', state: 'read', sheets: Buffer.from('[]') },
  ])
}

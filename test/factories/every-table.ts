import { recordSettings } from '#features/change-sets/server/record-settings-queries.ts'
import { columnLayouts } from '#features/column-layout/server/column-layout-tables.ts'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { imports } from '#features/imports/server/import-tables.ts'
import { seedLoupeLinks } from '#features/loupe/server/seed-loupe-links.ts'
import { savedFilters } from '#features/saved-filters/server/saved-filter-tables.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import { makeCustomFields } from './test-custom-fields.ts'
import { makeClients, type TestFirm } from './test-firm.ts'

/** Puts at least one row into every table of a firm, for the tests that walk them all. */
export async function fillEveryTable(firm: TestFirm): Promise<void> {
  const [userId = 0] = firm.userIds
  const [portfolioId = 0] = firm.portfolioIds
  const { idOf } = await makeCustomFields(firm)
  await makeClients(firm, [
    {
      [`custom.${idOf.text}`]: 'Un texte',
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

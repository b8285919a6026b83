import { createFirm, type NewFirm } from '#features/firm/server/create-firm.ts'
import { seedLoupeLinks } from '#features/loupe/server/seed-loupe-links.ts'
import type { Database } from '#platform/db/database.ts'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'

/** Creates a firm with everything that a feature gives a new firm, and what `fill` adds, in one transaction. */
export function setUpFirm(
  database: Database,
  firm: NewFirm,
  fill: (tx: FirmTransaction) => Promise<void> = async () => {},
): Promise<FirmDb> {
  return createFirm(database, firm, async tx => {
    await seedLoupeLinks(tx)
    await fill(tx)
  })
}

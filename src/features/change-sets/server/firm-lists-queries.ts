import { sql } from 'drizzle-orm'
import type { FirmTransaction } from '#platform/db/firm-db.ts'

/** Of the advisory locks of this product, those on the lists and on the settings of a firm. */
const LISTS = 1
const SETTINGS = 2

/**
 * Keeps the lists that the values of clients point into (labels, portfolios, assignment roles) as they are until the end
 * of the transaction. Others may hold them as well.
 */
export function holdLists(tx: FirmTransaction): void {
  tx.send(sql`SELECT pg_advisory_xact_lock_shared(${LISTS}, ${tx.firmId})`)
}

/**
 * Waits until nobody holds the lists, and has them alone until the end of the transaction: what is taken off a list can
 * be given to no client meanwhile. To be called before anything else in the transaction is locked.
 */
export async function lockLists(tx: FirmTransaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(${LISTS}, ${tx.firmId})`)
}

/**
 * Waits until nobody else changes the settings of the firm, and keeps it so until the end of the transaction: what is
 * read is what is changed, and what the history says of it.
 */
export async function lockSettings(tx: FirmTransaction): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(${SETTINGS}, ${tx.firmId})`)
}

import { drizzle } from 'drizzle-orm/node-postgres'
import type { Database } from '#platform/db/database.ts'
import { type FirmDb, openFirmDb } from '#platform/db/firm-db.ts'
import {
  DEFAULT_ASSIGNMENT_ROLES,
  DEFAULT_INVOICE_FORMATS,
  DEFAULT_MAIL_CATEGORIES,
} from '../default-lists.ts'
import { assignmentRoles, firms, invoiceFormats, mailCategories, portfolios } from './firm-tables.ts'

export interface NewFirm {
  name: string
  /** Demonstration data: marked on every screen, and served on loopback only. */
  fictional: boolean
  portfolios: readonly { name: string; color: string }[]
}

/** Creates a firm with its portfolios and the lists that every firm starts with, and opens it for no user in particular. */
export async function createFirm(database: Database, firm: NewFirm): Promise<FirmDb> {
  const [created] = await drizzle(database.pool)
    .insert(firms)
    .values({ name: firm.name, fictional: firm.fictional })
    .returning({ id: firms.firmId })
  if (!created) throw new Error('The firm was not created.')
  const db = openFirmDb(database, created.id, 0)
  await db.transaction(async tx => {
    await tx.insert(portfolios, firm.portfolios.map(withPosition))
    await tx.insert(assignmentRoles, DEFAULT_ASSIGNMENT_ROLES.map(withPosition))
    await tx.insert(mailCategories, DEFAULT_MAIL_CATEGORIES.map(withPosition))
    await tx.insert(
      invoiceFormats,
      DEFAULT_INVOICE_FORMATS.map(name => ({ name })),
    )
  })
  return db
}

const withPosition = <T>(row: T, position: number) => ({ ...row, position })

import type { Database } from '#platform/db/database.ts'
import { type FirmDb, type FirmTransaction, openFirmDb } from '#platform/db/firm-db.ts'
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

/**
 * Creates a firm with its portfolios and the lists that every firm starts with, and what `fill` adds, in one
 * transaction. Answers the firm, opened for no user in particular.
 */
export async function createFirm(
  database: Database,
  firm: NewFirm,
  fill: (tx: FirmTransaction) => Promise<void> = async () => {},
): Promise<FirmDb> {
  const db = openFirmDb(database, await reserveFirmId(database), 0)
  await db.transaction(async tx => {
    await tx.insert(firms, [{ name: firm.name, fictional: firm.fictional }])
    await tx.insert(portfolios, firm.portfolios.map(withPosition))
    await tx.insert(assignmentRoles, DEFAULT_ASSIGNMENT_ROLES.map(withPosition))
    await tx.insert(mailCategories, DEFAULT_MAIL_CATEGORIES.map(withPosition))
    await tx.insert(invoiceFormats, DEFAULT_INVOICE_FORMATS.map(named))
    await fill(tx)
  })
  return db
}

async function reserveFirmId({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(`SELECT nextval('firms_firm_id_seq')::integer AS id`)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('The sequence of firms gave no number.')
  return id
}

const withPosition = <T extends object>(row: T, position: number) => ({ ...row, position })
const named = (name: string) => ({ name })

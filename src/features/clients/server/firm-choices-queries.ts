import { sql } from 'drizzle-orm'
import type { Choice } from '#kernel/fields/field.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { FirmChoices } from '../fields/client-field.ts'

interface FirmLists extends Omit<FirmChoices, 'users'> {
  users: { value: number; label: string; active: boolean; email: string }[]
}

/** What a firm has its clients' fields choose from; `portfolioIds` are the portfolios of which the reader may know. */
export async function readFirmChoices(db: FirmDb, portfolioIds: readonly number[]): Promise<FirmChoices> {
  const [lists] = await db.query<FirmLists>(sql`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('value', id, 'label', name, 'color', color) ORDER BY position, id), '[]')
        FROM portfolios WHERE firm_id = ${db.firmId} AND id = ANY(${sql.param(portfolioIds)})) AS portfolios,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('value', id, 'label', name, 'email', email, 'active', active) ORDER BY fold_text(name), id), '[]')
        FROM users WHERE firm_id = ${db.firmId} AND joined_at IS NOT NULL) AS users,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('value', id, 'label', name, 'color', color) ORDER BY fold_text(name), id), '[]')
        FROM labels WHERE firm_id = ${db.firmId} AND deleted_at IS NULL) AS labels,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('value', id, 'label', name) ORDER BY id), '[]')
        FROM invoice_formats WHERE firm_id = ${db.firmId}) AS "invoiceFormats",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'name', name) ORDER BY position, id), '[]')
        FROM assignment_roles WHERE firm_id = ${db.firmId}) AS roles,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'name', name) ORDER BY position, id), '[]')
        FROM mail_categories WHERE firm_id = ${db.firmId}) AS "mailCategories"`)
  if (!lists) throw new Error(`Firm ${db.firmId} cannot be read.`)
  return { ...lists, users: lists.users.map(toUserChoice) }
}

const toUserChoice = ({ value, label, email, active }: FirmLists['users'][number]): Choice =>
  active ? { value, label, aliases: [email] } : { value, label, aliases: [email], retired: true }

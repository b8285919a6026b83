import { sql } from 'drizzle-orm'
import type { Choice } from '#kernel/fields/field.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import { clientFields } from '../client-fields.ts'
import type { ClientField, FirmChoices } from '../fields/client-field.ts'

/** Every field of a client that a firm has, with the values that its choices can take now. */
export interface Catalogue {
  fields: readonly ClientField[]
  byId: ReadonlyMap<string, ClientField>
}

/** For whom a catalogue is: the portfolios of which the user may know, and the state of the firm's lists. */
export interface CatalogueReader {
  db: FirmDb
  portfolios: ReadonlyMap<number, unknown>
  /** Raised by the database at every change of the lists that make up the catalogue. */
  catalogueVersion: number
}

/** Catalogues that were read before, one for each firm and set of portfolios, as long as their version holds. */
export type Catalogues = (reader: CatalogueReader) => Promise<Catalogue>

const MOST_KEPT = 500

/** Remembers catalogues between requests: reading one costs more than many a query that needs it. */
export function rememberCatalogues(): Catalogues {
  const kept = new Map<string, { version: number; catalogue: Catalogue }>()
  return async reader => {
    const portfolioIds = [...reader.portfolios.keys()]
    const key = `${reader.db.firmId} ${portfolioIds}`
    const known = kept.get(key)
    if (known?.version === reader.catalogueVersion) return known.catalogue
    const catalogue = await getCatalogue(reader.db, portfolioIds)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, { version: reader.catalogueVersion, catalogue })
    return catalogue
  }
}

/** Reads the catalogue of a firm; `portfolioIds` are the portfolios of which the reader may know. */
export async function getCatalogue(db: FirmDb, portfolioIds: readonly number[]): Promise<Catalogue> {
  const fields = clientFields(await readFirmChoices(db, portfolioIds))
  return { fields, byId: new Map(fields.map(field => [field.id, field])) }
}

interface FirmLists extends Omit<FirmChoices, 'users'> {
  users: { value: number; label: string; active: boolean; email: string }[]
}

async function readFirmChoices(db: FirmDb, portfolioIds: readonly number[]): Promise<FirmChoices> {
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

import { type SQL, sql } from 'drizzle-orm'
import type { Choice } from '#kernel/fields/field.ts'
import { inEveryLanguage, type NameInLanguages } from '#kernel/language.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { CustomCategory, FirmChoices } from '../fields/client-field.ts'

interface FirmLists extends Omit<FirmChoices, 'users' | 'customCategories'> {
  users: { value: number; label: string; active: boolean; email: string }[]
  customCategories: (Omit<CustomCategory, 'name' | 'fields'> & {
    name: NameInLanguages
    fields: (Omit<CustomCategory['fields'][number], 'name' | 'options'> & {
      name: NameInLanguages
      options: { value: number; label: NameInLanguages }[]
    })[]
  })[]
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
        FROM mail_categories WHERE firm_id = ${db.firmId}) AS "mailCategories",
      ${customCategories(db)} AS "customCategories"`)
  if (!lists) throw new Error(`Firm ${db.firmId} cannot be read.`)
  return {
    ...lists,
    users: lists.users.map(toUserChoice),
    customCategories: lists.customCategories.map(toCategory),
  }
}

const customCategories = (db: FirmDb): SQL => sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'isListed', c.is_listed, 'criteria', c.criteria,
    'fields', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'required', f.required,
        'options', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('value', o.id, 'label', o.name) ORDER BY o.position, o.id), '[]')
          FROM custom_field_options o WHERE o.firm_id = ${db.firmId} AND o.field_id = f.id AND o.deleted_at IS NULL
        )) ORDER BY f.position, f.id), '[]')
      FROM custom_fields f WHERE f.firm_id = ${db.firmId} AND f.category_id = c.id AND f.deleted_at IS NULL
    )) ORDER BY c.position, c.id), '[]')
  FROM custom_field_categories c WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NULL)`

const toCategory = ({
  name,
  fields,
  ...category
}: FirmLists['customCategories'][number]): CustomCategory => ({
  ...category,
  name: inEveryLanguage(name),
  fields: fields.map(field => ({
    ...field,
    name: inEveryLanguage(field.name),
    options: field.options.map(({ value, label }) => ({ value, label: inEveryLanguage(label) })),
  })),
})

const toUserChoice = ({ value, label, email, active }: FirmLists['users'][number]): Choice =>
  active ? { value, label, aliases: [email] } : { value, label, aliases: [email], retired: true }

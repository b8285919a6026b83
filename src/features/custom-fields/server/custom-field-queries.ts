import { type SQL, sql } from 'drizzle-orm'
import { CUSTOM_TEXT } from '#features/clients/server/cell-sql.ts'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { CustomCategory } from '../custom-fields-api.ts'

/** The categories of a firm with their fields and options, all in order. */
export async function listCategories(db: FirmDb): Promise<CustomCategory[]> {
  const [found] = await db.query<{ categories: CustomCategory[] }>(sql`
    SELECT ${listOf(
      sql`custom_field_categories c WHERE c.firm_id = ${db.firmId}`,
      sql`'id', c.id, 'name', c.name, 'description', c.description, 'isListed', c.is_listed, 'criteria', c.criteria,
        'fields', ${listOf(
          sql`custom_fields f WHERE f.firm_id = ${db.firmId} AND f.category_id = c.id`,
          sql`'id', f.id, 'name', f.name, 'kind', f.kind, 'required', f.required,
            'options', ${listOf(
              sql`custom_field_options o WHERE o.firm_id = ${db.firmId} AND o.field_id = f.id`,
              sql`'id', o.id, 'name', o.name`,
              'o',
            )}`,
          'f',
        )}`,
      'c',
    )} AS categories`)
  return found?.categories ?? []
}

/** The living rows of a list in its order, as a JSON array. */
function listOf(from: SQL, columns: SQL, alias: string): SQL {
  const row = sql.identifier(alias)
  return sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object(${columns}) ORDER BY ${row}.position, ${row}.id), '[]')
    FROM ${from} AND ${row}.deleted_at IS NULL)`
}

/** Clients that have a text as their value in a field, whatever its kind, in the bin or not. */
export interface HeldText {
  text: string
  clientIds: number[]
}

/** Every value of a field as text, the most frequent first. */
export const findHeldTexts = (db: FirmDb, fieldId: number): Promise<HeldText[]> =>
  db.query(sql`
    SELECT ${CUSTOM_TEXT} AS text, array_agg(own.client_id ORDER BY own.client_id) AS "clientIds"
    FROM client_custom_values own WHERE own.firm_id = ${db.firmId} AND own.field_id = ${fieldId}
    GROUP BY 1 ORDER BY count(*) DESC, 1`)

/** The clients that have a value in any of some fields. */
export async function findHolders(db: FirmDb, fieldIds: readonly number[]): Promise<Map<number, number[]>> {
  const found = await db.query<{ clientId: number; fieldIds: number[] }>(sql`
    SELECT client_id AS "clientId", array_agg(field_id) AS "fieldIds" FROM client_custom_values
    WHERE firm_id = ${db.firmId} AND field_id = ANY(${sql.param(fieldIds)}::integer[])
    GROUP BY client_id ORDER BY client_id`)
  return new Map(found.map(holder => [holder.clientId, holder.fieldIds]))
}

/** The clients that have any of some options of a field. */
export async function findChoosers(
  db: FirmDb,
  fieldId: number,
  optionIds: readonly number[],
): Promise<number[]> {
  const options = sql`${sql.param(optionIds)}::integer[]`
  const found = await db.query<{ id: number }>(sql`
    SELECT client_id AS id FROM client_custom_values
    WHERE firm_id = ${db.firmId} AND field_id = ${fieldId}
      AND (reference = ANY(${options}) OR members && ${options})
    ORDER BY client_id`)
  return found.map(({ id }) => id)
}

/** How many clients have each option of a field. */
export const countOptions = (db: FirmDb, fieldId: number): Promise<{ id: number; values: number }[]> =>
  db.query(sql`
    SELECT o.id, count(own.client_id)::integer AS values
    FROM custom_field_options o
    LEFT JOIN client_custom_values own ON own.firm_id = ${db.firmId} AND own.field_id = ${fieldId}
      AND (own.reference = o.id OR own.members @> ARRAY[o.id])
    WHERE o.firm_id = ${db.firmId} AND o.field_id = ${fieldId} AND o.deleted_at IS NULL
    GROUP BY o.id, o.position ORDER BY o.position, o.id`)

/** How many clients have a value in a field. */
export async function countValues(db: FirmDb, fieldId: number): Promise<number> {
  const [counted] = await db.query<{ values: number }>(sql`
    SELECT count(*)::integer AS values FROM client_custom_values
    WHERE firm_id = ${db.firmId} AND field_id = ${fieldId}`)
  return counted?.values ?? 0
}

/** What is not retired of a list. */
export const LIVING = sql`deleted_at IS NULL`

/** The living fields of a category. */
export const livingIn = (categoryId: number): SQL => sql`${LIVING} AND category_id = ${categoryId}`

type List = 'custom_field_categories' | 'custom_fields' | 'custom_field_options'

/** Takes rows off their list; what the history says of them keeps their names, and undoing it brings them back. */
export async function retire(tx: FirmTransaction, list: List, ids: readonly number[]): Promise<void> {
  await tx.query(sql`
    UPDATE ${sql.identifier(list)} SET deleted_at = now()
    WHERE firm_id = ${tx.firmId} AND id = ANY(${sql.param(ids)}::integer[])`)
}

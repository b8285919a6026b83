import { type SQL, sql } from 'drizzle-orm'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { ClientField } from '../client-fields.ts'
import type { ClientRow } from '../clients-api.ts'
import type { QueryContext } from './client-queries.ts'
import { fieldSql, joinsOf } from './field-sql.ts'

/** The values of some clients, in the order in which they are asked for; the ones that the user may not read are left out. */
export async function readClientRows(
  db: FirmDb,
  ids: readonly number[],
  fields: readonly ClientField[],
  portfolioIds: readonly number[],
  context: QueryContext,
): Promise<ClientRow[]> {
  const readers = fields.map(field => readerOf(field, db, context))
  const columns = new Map(readers.flatMap(({ columns }) => columns))
  const joins = joinsOf(readers.map(({ joins }) => ({ value: sql``, joins })))
  const selected = [...columns].map(([name, value]) => sql`${value} AS ${sql.identifier(name)}`)
  const records = await db.query<Stored>(sql`
    SELECT ${sql.join([sql`c.id`, ...selected], sql`, `)} FROM clients c ${joins}
    WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NULL AND c.id = ANY(${sql.param(ids)}::integer[])
      AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])`)
  const byId = new Map(records.map(record => [record['id'] as number, record]))
  return ids.flatMap(id => {
    const record = byId.get(id)
    return record ? [toRow(id, record, fields, readers)] : []
  })
}

type Stored = Record<string, unknown>

/** How one field is read: the columns that the statement selects for it, and the value made of them. */
interface Reader {
  columns: [name: string, value: SQL][]
  joins: ReturnType<typeof fieldSql>['joins']
  read(record: Stored): FieldValue
}

function readerOf(field: ClientField, db: FirmDb, { today }: QueryContext): Reader {
  const { stored } = field
  // Roles and categories come in one column for all, however many there are.
  if (stored.in === 'assignment') return readerOfMany('assignments', 'client_assignments', 'role_id', 'user_id', stored.roleId, db)
  if (stored.in === 'mailPreference') {
    return readerOfMany('mails', 'client_mail_preferences', 'category_id', 'wanted', stored.categoryId, db)
  }
  const { value, joins } = fieldSql(stored, { firmId: db.firmId, today })
  if (field.kind === 'nationalNumber') {
    return {
      columns: [['national', sql`c.national_number_valid`]],
      joins,
      read: record => (record['national'] === null ? null : MASKED_NATIONAL_NUMBER),
    }
  }
  return { columns: [[field.id, value]], joins, read: record => record[field.id] as FieldValue }
}

function readerOfMany(name: string, table: string, keyColumn: string, valueColumn: string, key: number, db: FirmDb): Reader {
  const value = sql`(SELECT jsonb_object_agg(own.${sql.identifier(keyColumn)}, own.${sql.identifier(valueColumn)})
    FROM ${sql.identifier(table)} own WHERE own.firm_id = ${db.firmId} AND own.client_id = c.id)`
  return {
    columns: [[name, value]],
    joins: [],
    read: record => (record[name] as Record<number, FieldValue> | null)?.[key] ?? null,
  }
}

function toRow(id: number, record: Stored, fields: readonly ClientField[], readers: readonly Reader[]): ClientRow {
  const values: Record<string, FieldValue> = {}
  fields.forEach((field, index) => {
    values[field.id] = readers[index]?.read(record) ?? null
  })
  const invalid = record['national'] === false ? ['identity.nationalNumber'] : []
  return invalid.length ? { id, values: values as ClientRow['values'], invalid } : { id, values: values as ClientRow['values'] }
}

import { type SQL, sql } from 'drizzle-orm'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { idSchema } from '#kernel/route.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { ClientRow } from '../clients-api.ts'
import type { ClientField } from '../fields/client-field.ts'
import { CUSTOM_TEXT } from './cell-sql.ts'
import { cellValue } from './cell-text.ts'
import type { QueryContext } from './client-queries.ts'
import { type FieldSql, fieldSql } from './field-sql.ts'

/** The values of some clients, in the order in which they are asked for; the ones that the user may not read are left out. */
export async function readClientRows(
  db: FirmDb,
  ids: readonly number[],
  fields: readonly ClientField[],
  portfolioIds: readonly number[],
  context: QueryContext,
): Promise<ClientRow[]> {
  const possible = ids.filter(id => idSchema.safeParse(id).success)
  const customs = fields.flatMap(({ stored }) => (stored.in === 'custom' ? [stored.fieldId] : []))
  const readers = fields.map(field => readerOf(field, customs, db, context))
  const columns = new Map(readers.map(({ column }) => column))
  const selected = [...columns].map(([name, value]) => sql`${value} AS ${sql.identifier(name)}`)
  const records = await db.query<Stored>(sql`
    SELECT ${sql.join([sql`c.id`, ...selected], sql`, `)} FROM clients c
    WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NULL AND c.id = ANY(${sql.param(possible)}::integer[])
      AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])`)
  const byId = new Map(records.map(record => [record.id as number, record]))
  return ids.flatMap(id => {
    const record = byId.get(id)
    return record ? [toRow(id, record, fields, readers)] : []
  })
}

type Stored = Record<string, unknown>

/** How one field is read: the column that the statement selects for it, and the value made of that. */
interface Reader {
  column: [name: string, value: SQL]
  read(record: Stored): FieldValue
  /** The name of what the value is the id of. */
  name?(record: Stored): string | undefined
}

function readerOf(field: ClientField, customs: readonly number[], db: FirmDb, context: QueryContext): Reader {
  const { id, kind, stored } = field
  const { today, readablePortfolios } = context
  switch (stored.in) {
    case 'address':
      return partOf('address', stored.column, mainAddress(db))
    case 'contact':
      return partOf(
        'contacts',
        stored.type,
        gathered('client_contacts', 'type', 'value', db, sql` AND own.is_main`),
      )
    case 'assignment':
      return partOf('assignments', stored.roleId, gathered('client_assignments', 'role_id', 'user_id', db))
    case 'mailPreference':
      return partOf(
        'mails',
        stored.categoryId,
        gathered('client_mail_preferences', 'category_id', 'wanted', db),
      )
    case 'custom':
      if (kind === 'client')
        return readerOfValue(id, fieldSql(field, { firmId: db.firmId, today, readablePortfolios }))
      return customValue(field, stored.fieldId, customs, db)
    default:
      if (kind === 'nationalNumber') return maskedNationalNumber
      return readerOfValue(id, fieldSql(field, { firmId: db.firmId, today, readablePortfolios }))
  }
}

function readerOfValue(id: string, { value, name, satellite }: FieldSql): Reader {
  if (!satellite) return { column: [id, value], read: record => (record[id] ?? null) as FieldValue }
  const { table, isOfClient } = satellite
  const named = (record: Stored) => record[id] as { value: FieldValue; name: string } | null
  return {
    column: [
      id,
      sql`(SELECT jsonb_build_object('value', ${value}, 'name', ${name}) FROM ${table} WHERE ${isOfClient})`,
    ],
    read: record => named(record)?.value ?? null,
    name: record => named(record)?.name,
  }
}

/** All firm-made fields of a client come in one look-up, each as the text of its value. */
function customValue(field: ClientField, fieldId: number, customs: readonly number[], db: FirmDb): Reader {
  const value = sql`(
    SELECT jsonb_object_agg(own.field_id, ${CUSTOM_TEXT}) FROM client_custom_values own
    WHERE own.firm_id = ${db.firmId} AND own.client_id = c.id AND own.field_id = ANY(${sql.param(customs)}::integer[]))`
  return {
    column: ['custom', value],
    read: record => cellValue(field, (record.custom as Record<string, string> | null)?.[fieldId] ?? null),
  }
}

const maskedNationalNumber: Reader = {
  column: ['national', sql`c.national_number_valid`],
  read: record => (record.national === null ? null : MASKED_NATIONAL_NUMBER),
}

/** A field that comes in one column with its like: all roles, however many a firm has, are one look-up per client. */
const partOf = (column: string, part: string | number, value: SQL): Reader => ({
  column: [column, value],
  read: record => (record[column] as Record<string, FieldValue> | null)?.[part] ?? null,
})

const mainAddress = (db: FirmDb): SQL => sql`(
  SELECT jsonb_build_object('street', own.street, 'postalCode', own.postal_code, 'city', own.city, 'country', own.country)
  FROM client_addresses own WHERE own.firm_id = ${db.firmId} AND own.client_id = c.id AND own.is_main)`

const gathered = (table: string, key: string, value: string, db: FirmDb, condition = sql``): SQL => sql`(
  SELECT jsonb_object_agg(own.${sql.identifier(key)}, own.${sql.identifier(value)})
  FROM ${sql.identifier(table)} own WHERE own.firm_id = ${db.firmId} AND own.client_id = c.id${condition})`

function toRow(
  id: number,
  record: Stored,
  fields: readonly ClientField[],
  readers: readonly Reader[],
): ClientRow {
  const values: Record<string, FieldValue> = {}
  const names: Record<string, string> = {}
  fields.forEach((field, index) => {
    values[field.id] = readers[index]?.read(record) ?? null
    const name = readers[index]?.name?.(record)
    if (name !== undefined) names[field.id] = name
  })
  return {
    id,
    values: values as ClientRow['values'],
    ...(Object.keys(names).length > 0 && { names }),
    ...(record.national === false && { invalid: ['identity.nationalNumber'] }),
  }
}

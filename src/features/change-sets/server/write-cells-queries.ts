import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { ClientField, CustomColumn } from '#features/clients/fields/client-field.ts'
import { membersOfText } from '#features/clients/server/cell-sql.ts'
import { clients } from '#features/clients/server/client-tables.ts'
import { UNIQUE_FIELDS } from '#features/clients/unique-numbers.ts'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'

/** The lines of a set that are being written: those of a range of clients. */
export interface LineRange {
  setId: number
  /** Clients with a higher id, up to and including `upTo`. */
  above: number
  upTo: number
}

/** Lines `l` of a range that change something and have not been refused. */
export const changingLines = (db: FirmDb, { setId, above, upTo }: LineRange): SQL =>
  sql`l.firm_id = ${db.firmId} AND l.set_id = ${setId} AND l.client_id > ${above} AND l.client_id <= ${upTo}
    AND l.reason IS NULL AND l.before IS DISTINCT FROM l.after`

/** Sends what writes what the lines of a range say of some fields, each table at once. Call it as the writer. */
export function writeCells(tx: FirmTransaction, range: LineRange, fields: readonly ClientField[]): void {
  writeOwnColumns(tx, range, fields)
  writeAddresses(tx, range, fields)
  for (const field of fields) {
    const { stored } = field
    if (stored.in === 'contact') writeContact(tx, range, field.id, stored.type)
    if (stored.in === 'assignment') writeAssignment(tx, range, field.id, stored.roleId)
    if (stored.in === 'mailPreference') writeMailPreference(tx, range, field.id, stored.categoryId)
    if (stored.in === 'labels') writeLabels(tx, range, field.id)
  }
  writeCustomValues(tx, range, fields)
}

/** A column, and what is written into it, from the text of a line `after`. */
interface Written {
  field: string
  column: PgColumn
  value(after: SQL): SQL
}

function writeOwnColumns(tx: FirmTransaction, range: LineRange, fields: readonly ClientField[]): void {
  const written = fields.flatMap(writtenColumns)
  const ids = [...new Set(written.map(({ field }) => field))]
  const [only] = ids
  if (only === undefined) return
  for (const id of ids) if (UNIQUE_FIELDS.some(field => field === id)) freeNumbers(tx, range, id, written)
  const assigned = written.map(({ field, column, value }) => {
    const name = sql.identifier(column.name)
    if (ids.length === 1) return sql`${name} = ${value(sql`l.after`)}`
    const index = ids.indexOf(field)
    return sql`${name} = CASE WHEN ${part('has', index)} THEN ${value(part('after', index))} ELSE c.${name} END`
  })
  tx.send(sql`
    UPDATE clients c SET ${sql.join(assigned, sql`, `)} FROM ${ids.length === 1 ? ofField(tx, range, only) : pivoted(tx, range, ids)}
    WHERE c.firm_id = ${tx.firmId} AND c.id = l.client_id`)
}

const ofField = (tx: FirmTransaction, range: LineRange, field: string): SQL =>
  sql`(SELECT l.client_id, l.after FROM change_lines l WHERE ${changingLines(tx, range)} AND l.field = ${field}) AS l`

/** One row per client: for each field whether it changes, and into what. */
function pivoted(tx: FirmTransaction, range: LineRange, ids: readonly string[]): SQL {
  const parts = ids.map(
    (id, index) => sql`bool_or(l.field = ${id}) AS ${named('has', index)},
      max(l.after) FILTER (WHERE l.field = ${id}) AS ${named('after', index)}`,
  )
  return sql`(
    SELECT l.client_id, ${sql.join(parts, sql`, `)} FROM change_lines l
    WHERE ${changingLines(tx, range)} AND l.field = ANY(${sql.param(ids)}::text[]) GROUP BY l.client_id) AS l`
}

const named = (name: 'has' | 'after', index: number): SQL => sql.raw(`${name}_${index}`)
const part = (name: 'has' | 'after', index: number): SQL => sql`l.${named(name, index)}`

const columns: Readonly<Record<string, PgColumn>> = getTableColumns(clients)

function columnOf(property: string): PgColumn {
  const column = columns[property]
  if (!column) throw new Error(`No column clients.${property}`)
  return column
}

function writtenColumns({ id, stored }: ClientField): Written[] {
  if (stored.in === 'bin') return [{ field: id, column: columnOf('deletedAt'), value: timeOfDeletion }]
  if (stored.in !== 'client') return []
  if (stored.column === 'nationalNumber') return nationalNumberColumns(id)
  const column = columnOf(stored.column)
  return [{ field: id, column, value: after => sql`${after}::${sql.raw(column.getSQLType())}` }]
}

const nationalNumberColumns = (field: string): Written[] => [
  {
    field,
    column: columnOf('nationalNumberCiphertext'),
    value: after => sql`decode(split_part(${after}, '.', 1), 'hex')`,
  },
  {
    field,
    column: columnOf('nationalNumberHash'),
    value: after => sql`decode(split_part(${after}, '.', 2), 'hex')`,
  },
  {
    field,
    column: columnOf('nationalNumberValid'),
    value: after => sql`split_part(${after}, '.', 3)::boolean`,
  },
]

const timeOfDeletion = (after: SQL): SQL => sql`CASE WHEN ${after} = 'true' THEN now() END`

/** A number that one client gives to another must be gone from the first before the second has it. */
function freeNumbers(
  tx: FirmTransaction,
  range: LineRange,
  field: string,
  written: readonly Written[],
): void {
  const freed = written
    .filter(one => one.field === field)
    .map(({ column }) => sql`${sql.identifier(column.name)} = NULL`)
  tx.send(sql`
    UPDATE clients c SET ${sql.join(freed, sql`, `)} FROM ${ofField(tx, range, field)}
    WHERE c.firm_id = ${tx.firmId} AND c.id = l.client_id`)
}

const ADDRESS_COLUMNS = { street: 'street', postalCode: 'postal_code', city: 'city', country: 'country' }

/** The main address of a natural person is its domicile; of anything else, its seat. */
function writeAddresses(tx: FirmTransaction, range: LineRange, fields: readonly ClientField[]): void {
  const parts = fields.flatMap(({ id, stored }) =>
    stored.in === 'address' ? [{ id, name: sql.identifier(ADDRESS_COLUMNS[stored.column]) }] : [],
  )
  if (parts.length === 0) return
  const ids = parts.map(({ id }) => id)
  const assigned = parts.map(
    ({ name }, index) =>
      sql`${name} = CASE WHEN ${part('has', index)} THEN ${part('after', index)} ELSE own.${name} END`,
  )
  tx.send(sql`
    UPDATE client_addresses own SET ${sql.join(assigned, sql`, `)} FROM ${pivoted(tx, range, ids)}
    WHERE own.firm_id = ${tx.firmId} AND own.client_id = l.client_id AND own.is_main`)
  tx.send(sql`
    INSERT INTO client_addresses (firm_id, client_id, is_main, purpose, ${sql.join(
      parts.map(({ name }) => name),
      sql`, `,
    )})
    SELECT ${tx.firmId}, l.client_id, true, CASE WHEN c.kind IN ('selfEmployed', 'private') THEN 'domicile' ELSE 'seat' END,
      ${sql.join(
        parts.map((_, index) => part('after', index)),
        sql`, `,
      )}
    FROM ${pivoted(tx, range, ids)} JOIN clients c ON c.firm_id = ${tx.firmId} AND c.id = l.client_id
    ON CONFLICT (firm_id, client_id) WHERE is_main DO NOTHING`)
}

function writeContact(tx: FirmTransaction, range: LineRange, field: string, type: 'email' | 'phone'): void {
  const lines = ofField(tx, range, field)
  tx.send(sql`
    DELETE FROM client_contacts own USING ${lines}
    WHERE own.firm_id = ${tx.firmId} AND own.client_id = l.client_id AND own.type = ${type} AND own.is_main
      AND l.after IS NULL`)
  tx.send(sql`
    INSERT INTO client_contacts (firm_id, client_id, type, is_main, value)
    SELECT ${tx.firmId}, l.client_id, ${type}, true, l.after FROM ${lines} WHERE l.after IS NOT NULL
    ON CONFLICT (firm_id, type, client_id) WHERE is_main DO UPDATE SET value = excluded.value`)
}

function writeAssignment(tx: FirmTransaction, range: LineRange, field: string, roleId: number): void {
  const lines = ofField(tx, range, field)
  tx.send(sql`
    DELETE FROM client_assignments own USING ${lines}
    WHERE own.firm_id = ${tx.firmId} AND own.role_id = ${roleId} AND own.client_id = l.client_id AND l.after IS NULL`)
  tx.send(sql`
    INSERT INTO client_assignments (firm_id, role_id, client_id, user_id)
    SELECT ${tx.firmId}, ${roleId}, l.client_id, l.after::integer FROM ${lines} WHERE l.after IS NOT NULL
    ON CONFLICT (firm_id, role_id, client_id) DO UPDATE SET user_id = excluded.user_id`)
}

function writeMailPreference(tx: FirmTransaction, range: LineRange, field: string, categoryId: number): void {
  const lines = ofField(tx, range, field)
  tx.send(sql`
    DELETE FROM client_mail_preferences own USING ${lines}
    WHERE own.firm_id = ${tx.firmId} AND own.category_id = ${categoryId} AND own.client_id = l.client_id
      AND l.after IS NULL`)
  tx.send(sql`
    INSERT INTO client_mail_preferences (firm_id, category_id, client_id, wanted)
    SELECT ${tx.firmId}, ${categoryId}, l.client_id, l.after::boolean FROM ${lines} WHERE l.after IS NOT NULL
    ON CONFLICT (firm_id, category_id, client_id) DO UPDATE SET wanted = excluded.wanted`)
}

interface CustomField {
  id: string
  fieldId: number
  column: CustomColumn
}

/** Values of firm-made fields, all that are kept in the same column at once. */
function writeCustomValues(tx: FirmTransaction, range: LineRange, fields: readonly ClientField[]): void {
  const customs = fields.flatMap(({ id, stored }): CustomField[] =>
    stored.in === 'custom' ? [{ id, fieldId: stored.fieldId, column: stored.column }] : [],
  )
  for (const [column, some] of Map.groupBy(customs, ({ column }) => column)) {
    const name = sql.identifier(column)
    const lines = ofCustomFields(tx, range, some)
    const others = CUSTOM_COLUMN_NAMES.filter(one => one !== column).map(
      one => sql`${sql.identifier(one)} = NULL`,
    )
    const isSet = column === 'members'
    tx.send(sql`
      INSERT INTO client_custom_values (firm_id, field_id, client_id, ${name})
      SELECT ${tx.firmId}, l.field_id, l.client_id,
        ${isSet ? mergedMembers(tx) : sql`l.after::${sql.raw(CUSTOM_TYPES[column])}`}
      FROM ${lines} WHERE ${isSet ? sql`true` : sql`l.after IS NOT NULL`}
      ON CONFLICT (firm_id, field_id, client_id) DO UPDATE SET ${name} = excluded.${name}, ${sql.join(others, sql`, `)}`)
    tx.send(sql`
      DELETE FROM client_custom_values own USING ${lines}
      WHERE own.firm_id = ${tx.firmId} AND own.field_id = l.field_id AND own.client_id = l.client_id
        AND ${isSet ? sql`own.members = '{}'` : sql`l.after IS NULL`}`)
  }
}

function ofCustomFields(tx: FirmTransaction, range: LineRange, customs: readonly CustomField[]): SQL {
  const ids = sql.param(customs.map(({ id }) => id))
  const fieldIds = sql.param(customs.map(({ fieldId }) => fieldId))
  return sql`(
    SELECT l.client_id, custom.field_id, l.before, l.after
    FROM change_lines l JOIN unnest(${ids}::text[], ${fieldIds}::integer[]) AS custom (field, field_id)
      ON l.field = custom.field
    WHERE ${changingLines(tx, range)}) AS l`
}

export const CUSTOM_TYPES = {
  text: 'text',
  number: 'numeric',
  day: 'date',
  flag: 'boolean',
  reference: 'integer',
  members: 'integer[]',
} as const satisfies Record<CustomColumn, string>

export const CUSTOM_COLUMN_NAMES = Object.keys(CUSTOM_TYPES) as CustomColumn[]

/** A set with what comes and without what goes, so that what somebody else did to its other members stays. */
const mergedMembers = (tx: FirmTransaction): SQL => sql`ARRAY(
  (SELECT unnest(kept.members) FROM client_custom_values kept
   WHERE kept.firm_id = ${tx.firmId} AND kept.field_id = l.field_id AND kept.client_id = l.client_id
   EXCEPT SELECT unnest(${membersOfText(sql`l.before`)}))
  UNION SELECT unnest(${membersOfText(sql`l.after`)}) ORDER BY 1)`

/** Writes what comes and what goes, so that a label that somebody else put on or took off meanwhile stays so. */
function writeLabels(tx: FirmTransaction, range: LineRange, field: string): void {
  const lines = sql`(
    SELECT l.client_id, ${membersOfText(sql`l.before`)} AS before, ${membersOfText(sql`l.after`)} AS after
    FROM change_lines l WHERE ${changingLines(tx, range)} AND l.field = ${field}) AS l`
  tx.send(sql`
    DELETE FROM client_labels own USING ${lines}
    WHERE own.firm_id = ${tx.firmId} AND own.client_id = l.client_id
      AND own.label_id = ANY(l.before) AND own.label_id <> ALL(l.after)`)
  tx.send(sql`
    INSERT INTO client_labels (firm_id, client_id, label_id)
    SELECT ${tx.firmId}, l.client_id, coming.id FROM ${lines}, unnest(l.after) AS coming (id)
    WHERE coming.id <> ALL(l.before) ON CONFLICT DO NOTHING`)
}

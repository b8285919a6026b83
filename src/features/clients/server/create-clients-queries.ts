import { getTableColumns, getTableName, sql } from 'drizzle-orm'
import { hasRightNationalCheck } from '#kernel/belgium/national-number.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import type { FirmDb, FirmTable } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { Catalogue } from './client-catalogue.ts'
import {
  clientAddresses,
  clientAssignments,
  clientContacts,
  clientCustomValues,
  clientLabels,
  clientMailPreferences,
  clients,
} from './client-tables.ts'

/** Clients written per statement: bounds the memory that one takes. */
const BATCH = 2_000

type Row = Record<string, unknown>

/**
 * Creates clients from the values of their fields, which the caller has checked, and answers their ids in the same
 * order. A field that is not named takes its default; `null` leaves it missing. All of them or none: call it inside a
 * transaction. `onProgress` hears how many are written.
 */
export async function createClients(
  db: FirmDb,
  newClients: readonly FieldValues[],
  catalogue: Catalogue,
  secrets: SecretBox,
  onProgress: (written: number) => void = () => {},
): Promise<number[]> {
  const ids: number[] = []
  for (let start = 0; start < newClients.length; start += BATCH) {
    const batch = newClients.slice(start, start + BATCH)
    ids.push(...(await createBatch(db, batch, catalogue, secrets)))
    onProgress(ids.length)
  }
  return ids
}

async function createBatch(
  db: FirmDb,
  batch: readonly FieldValues[],
  catalogue: Catalogue,
  secrets: SecretBox,
): Promise<number[]> {
  const ids = await reserveIds(db, batch.length)
  const rows = new Map<FirmTable, Row[]>(TABLES.map(table => [table, []]))
  batch.forEach((values, index) => {
    const clientId = ids[index]
    if (clientId !== undefined) addRows(rows, clientId, values, catalogue, db.firmId, secrets)
  })
  for (const table of TABLES) await insertRows(db, table, rows.get(table) ?? [])
  return ids
}

const TABLES: readonly FirmTable[] = [
  clients,
  clientAddresses,
  clientContacts,
  clientAssignments,
  clientMailPreferences,
  clientLabels,
  clientCustomValues,
]

async function reserveIds(db: FirmDb, count: number): Promise<number[]> {
  const reserved = await db.query<{ id: number }>(
    sql`SELECT nextval('clients_id_seq')::integer AS id FROM generate_series(1, ${count}::integer)`,
  )
  return reserved.map(({ id }) => id)
}

function addRows(
  rows: ReadonlyMap<FirmTable, Row[]>,
  clientId: number,
  values: FieldValues,
  catalogue: Catalogue,
  firmId: number,
  secrets: SecretBox,
): void {
  const add = (table: FirmTable, row: Row) => rows.get(table)?.push(row)
  const own: Row = { id: clientId, portalState: 'none', ...defaultsFor(values) }
  const address: Row = {}
  for (const { id, stored } of catalogue.fields) {
    const value = values[id]
    if (value === undefined || isMissing(value)) {
      if (value === null && stored.in === 'client') own[stored.column] = null
      continue
    }
    if (stored.in === 'client') Object.assign(own, ownColumns(stored.column, value, firmId, secrets))
    if (stored.in === 'address') address[stored.column] = value
    if (stored.in === 'contact') add(clientContacts, { clientId, type: stored.type, isMain: true, value })
    if (stored.in === 'assignment') add(clientAssignments, { clientId, roleId: stored.roleId, userId: value })
    if (stored.in === 'mailPreference') {
      add(clientMailPreferences, { clientId, categoryId: stored.categoryId, wanted: value })
    }
    if (stored.in === 'custom')
      add(clientCustomValues, { clientId, fieldId: stored.fieldId, [stored.column]: value })
    if (stored.in === 'labels' && Array.isArray(value)) {
      for (const labelId of value) add(clientLabels, { clientId, labelId })
    }
  }
  add(clients, own)
  if (Object.keys(address).length) {
    add(clientAddresses, { clientId, isMain: true, purpose: purposeOf(values['identity.kind']), ...address })
  }
}

/** Financial years of legal persons end with the calendar year unless they say otherwise. */
const defaultsFor = (values: FieldValues): Row =>
  values['identity.kind'] === 'legal' ? { closingDay: '12-31' } : {}

/** The main address of a natural person is its domicile; of anything else, its seat. */
const purposeOf = (kind: FieldValue | undefined): string =>
  kind === 'selfEmployed' || kind === 'private' ? 'domicile' : 'seat'

function ownColumns(column: string, value: FieldValue, firmId: number, secrets: SecretBox): Row {
  if (column !== 'nationalNumber') return { [column]: value }
  const number = String(value)
  return {
    nationalNumberCiphertext: hex(secrets.seal(firmId, number)),
    nationalNumberHash: hex(secrets.hash(firmId, number)),
    nationalNumberValid: hasRightNationalCheck(number),
  }
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`

/** Inserts rows given by property name, in one statement. */
async function insertRows(db: FirmDb, table: FirmTable, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(getTableColumns(table)).filter(([property]) =>
    rows.some(row => row[property] !== undefined),
  )
  const records = rows.map(row =>
    Object.fromEntries(columns.map(([property, { name }]) => [name, row[property]])),
  )
  const names = columns.map(([, { name }]) => sql.identifier(name))
  const list = sql.join(names, sql`, `)
  const tableName = sql.identifier(getTableName(table))
  await db.query(sql`
    INSERT INTO ${tableName} (firm_id, ${list})
    SELECT ${db.firmId}, ${list} FROM jsonb_populate_recordset(NULL::${tableName}, ${JSON.stringify(records)}::jsonb)`)
}

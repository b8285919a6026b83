import { type SQL, sql } from 'drizzle-orm'
import type { Storage } from '../fields/client-field.ts'
import { fieldSql, type SqlContext } from './field-sql.ts'

/** What a client `c` holds in a field, as text: what `cellText` makes of the same value. */
export function cellSql(stored: Storage, firmId: number): SQL {
  if (stored.in === 'client' && stored.column === 'nationalNumber') return SEALED_NUMBER
  // Whoever the client is billed to, of which this user may not know: lines are shown by who may see what they name.
  if (stored.in === 'client' && stored.column === 'billedToId') return sql`c.billed_to_id::text`
  const { value, satellite } = fieldSql(stored, contextOf(firmId))
  return satellite
    ? sql`(SELECT (${value})::text FROM ${satellite.table} WHERE ${satellite.isOfClient})`
    : sql`(${value})::text`
}

const SEALED_NUMBER = sql.raw(
  `encode(c.national_number_ciphertext, 'hex') || '.' || encode(c.national_number_hash, 'hex') || '.' || c.national_number_valid::text`,
)

/** What is stored depends on neither day nor reader. */
const contextOf = (firmId: number): SqlContext => ({ firmId, today: '', readablePortfolios: [] })

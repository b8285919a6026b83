import { type SQL, sql } from 'drizzle-orm'
import type { ClientField } from '../fields/client-field.ts'
import { fieldSql, type SqlContext } from './field-sql.ts'

/** What a client `c` holds in a field, as text: what `cellText` makes of the same value. */
export function cellSql(field: Pick<ClientField, 'stored' | 'kind'>, firmId: number): SQL {
  const { stored } = field
  if (stored.in === 'custom') {
    return sql`(SELECT ${CUSTOM_TEXT} FROM client_custom_values own
      WHERE own.firm_id = ${firmId} AND own.field_id = ${stored.fieldId} AND own.client_id = c.id)`
  }
  if (stored.in === 'client' && stored.column === 'nationalNumber') return SEALED_NUMBER
  // Whoever the client is billed to, of which this user may not know: lines are shown by who may see what they name.
  if (stored.in === 'client' && stored.column === 'billedToId') return sql`c.billed_to_id::text`
  const { value, satellite } = fieldSql(field, contextOf(firmId))
  return satellite
    ? sql`(SELECT (${value})::text FROM ${satellite.table} WHERE ${satellite.isOfClient})`
    : sql`(${value})::text`
}

/** The one value of a row `own` of `client_custom_values`, whatever its kind, as text. */
export const CUSTOM_TEXT = sql.raw(
  'coalesce(own.text, own.number::text, own.day::text, own.flag::text, own.reference::text, own.members::text)',
)

/** The members that the text of a set names; those of no set, such as what a field held before it had choices, are none. */
export const membersOfText = (text: SQL): SQL =>
  sql`CASE WHEN ${text} ~ '^\\{[0-9]{1,9}(,[0-9]{1,9})*\\}$' THEN ${text}::integer[] ELSE '{}'::integer[] END`

const SEALED_NUMBER = sql.raw(
  `encode(c.national_number_ciphertext, 'hex') || '.' || encode(c.national_number_hash, 'hex') || '.' || c.national_number_valid::text`,
)

/** What is stored depends on neither day nor reader. */
export const contextOf = (firmId: number): SqlContext => ({ firmId, today: '', readablePortfolios: [] })

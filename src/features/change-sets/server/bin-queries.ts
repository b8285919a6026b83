import { sql } from 'drizzle-orm'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { NUMBER_COLUMNS } from '#features/clients/server/number-holders-queries.ts'
import { containing } from '#features/clients/server/search-terms.ts'
import type { UniqueField } from '#features/clients/unique-numbers.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { squashText } from '#kernel/text.ts'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { BINNED_PER_PAGE, type BinnedClient } from '../bin-api.ts'

/** Years that a file is kept after the end of the relationship (Act of 18 September 2017, art. 60). */
const YEARS_KEPT = 10

const IN_BELGIUM = sql.raw(`AT TIME ZONE 'Europe/Brussels'`)

/** The relationship has ended, at the latest, when the client left and is in the bin. */
const ERASABLE_FROM = sql`(greatest(c.client_until, (c.deleted_at ${IN_BELGIUM})::date)
  + make_interval(years => ${YEARS_KEPT}))::date`

/** A page of the clients in the bin, and one more if there is another page. */
export function findBinned(
  db: FirmDb,
  portfolioIds: readonly number[],
  { search, page }: { search?: string | undefined; page: number },
): Promise<BinnedClient[]> {
  const pattern = containing(squashText(search ?? ''))
  return db.query(sql`
    SELECT c.id, c.name, p.name AS portfolio, c.deleted_at AS "deletedAt", act.by AS "deletedBy",
      act.id AS "changeSet", ${ERASABLE_FROM} AS "erasableFrom"
    FROM clients c JOIN portfolios p ON p.firm_id = c.firm_id AND p.id = c.portfolio_id
    LEFT JOIN LATERAL (
      SELECT s.id, u.name AS by
      FROM change_lines l JOIN change_sets s ON s.firm_id = l.firm_id AND s.id = l.set_id
      LEFT JOIN users u ON u.firm_id = s.firm_id AND u.id = s.user_id
      WHERE l.firm_id = c.firm_id AND l.client_id = c.id AND l.field = ${IN_BIN.id} AND l.after = 'true'
        AND l.reason IS NULL AND s.version IS NOT NULL
      ORDER BY s.version DESC LIMIT 1) AS act ON true
    WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NOT NULL
      AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[]) AND c.search_text LIKE ${pattern}
    ORDER BY c.deleted_at DESC, c.id LIMIT ${BINNED_PER_PAGE + 1} OFFSET ${(page - 1) * BINNED_PER_PAGE}`)
}

/** A client in the bin that has a number, and that the user may read; another is no hindrance, and nothing to tell of. */
export async function findBinnedHolder(
  { db, portfolios }: Actor,
  { field, number }: { field: UniqueField; number: string },
  secrets: SecretBox,
): Promise<{ id: number; name: string } | undefined> {
  const wanted =
    field === 'identity.nationalNumber'
      ? sql`decode(${secrets.hash(db.firmId, number).toString('hex')}, 'hex')`
      : sql`${number}`
  const [found] = await db.query<{ id: number; name: string }>(sql`
    SELECT c.id, c.name FROM clients c
    WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NOT NULL
      AND c.${sql.identifier(NUMBER_COLUMNS[field])} = ${wanted}
      AND c.portfolio_id = ANY(${sql.param([...portfolios.keys()])}::integer[])
    ORDER BY c.deleted_at DESC LIMIT 1`)
  return found
}

export interface ErasureCandidate {
  id: number
  inBin: boolean
  isKept: boolean
  /** Somebody else is billed to it. */
  isPayer: boolean
}

/** Locks clients that are to be deleted for good. */
export const lockForErasure = (tx: FirmTransaction, ids: readonly number[]): Promise<ErasureCandidate[]> =>
  tx.query(sql`
    SELECT c.id, c.deleted_at IS NOT NULL AS "inBin", coalesce(${ERASABLE_FROM} > (now() ${IN_BELGIUM})::date, true) AS "isKept",
      EXISTS (SELECT FROM clients o WHERE o.firm_id = c.firm_id AND o.billed_to_id = c.id AND o.id <> ALL(${sql.param(ids)}::integer[]))
        AS "isPayer"
    FROM clients c WHERE c.firm_id = ${tx.firmId} AND c.id = ANY(${sql.param(ids)}::integer[])
    ORDER BY c.id FOR UPDATE`)

const SATELLITES = [
  'client_addresses',
  'client_contacts',
  'client_assignments',
  'client_labels',
  'client_mail_preferences',
  'client_custom_values',
]

/**
 * Deletes clients, and from the history what they were; that something was done to them stays, so that whoever undoes
 * it is told that they are gone. Call it as the writer.
 */
export async function eraseRows(tx: FirmTransaction, ids: readonly number[]): Promise<void> {
  const these = sql`firm_id = ${tx.firmId} AND client_id = ANY(${sql.param(ids)}::integer[])`
  for (const table of SATELLITES) await tx.query(sql`DELETE FROM ${sql.identifier(table)} WHERE ${these}`)
  await tx.query(sql`
    UPDATE clients SET billed_to_id = NULL WHERE firm_id = ${tx.firmId} AND id = ANY(${sql.param(ids)}::integer[])`)
  await tx.query(sql`
    DELETE FROM client_custom_values own USING custom_fields f
    WHERE own.firm_id = ${tx.firmId} AND own.reference = ANY(${sql.param(ids)}::integer[])
      AND f.firm_id = own.firm_id AND f.id = own.field_id AND f.kind = 'client'`)
  await tx.query(sql`
    DELETE FROM clients WHERE firm_id = ${tx.firmId} AND id = ANY(${sql.param(ids)}::integer[])`)
  await tx.query(sql`
    UPDATE change_lines SET before = NULL,
      after = CASE WHEN reason IS NULL AND before IS DISTINCT FROM after THEN '' END
    WHERE ${these}`)
  // What was the same for all clients of a set stays as long as one of them is there.
  await tx.query(sql`
    UPDATE change_sets s SET summary = (
      SELECT coalesce(jsonb_agg(CASE WHEN told ->> 'field' = ${IN_BIN.id} THEN told ELSE told - 'before' - 'after' END
        ORDER BY place), '[]')
      FROM jsonb_array_elements(s.summary) WITH ORDINALITY AS told (told, place))
    WHERE s.firm_id = ${tx.firmId}
      AND s.id IN (SELECT set_id FROM change_lines WHERE ${these})
      AND NOT EXISTS (
        SELECT FROM change_lines l JOIN clients c ON c.firm_id = l.firm_id AND c.id = l.client_id
        WHERE l.firm_id = s.firm_id AND l.set_id = s.id)`)
}

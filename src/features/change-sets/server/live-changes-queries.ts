import { sql } from 'drizzle-orm'
import type { FirmDb } from '#platform/db/firm-db.ts'
import { MOST_TOLD } from '../live-changes-api.ts'

/** The version of the firm's clients. */
export async function readVersion(db: FirmDb): Promise<number> {
  const [firm] = await db.query<{ version: number }>(
    sql`SELECT change_version AS version FROM firms WHERE firm_id = ${db.firmId}`,
  )
  return firm?.version ?? 0
}

/**
 * The clients that changed after a version, and the version that this is true of, both of one moment: a set has its
 * version only once it is committed, in the order of commits, so that none is ever missed. Null for too many.
 */
export async function findChanged(
  db: FirmDb,
  since: number,
  portfolioIds: readonly number[],
): Promise<{ version: number; clients: number[] | null }> {
  const readable = sql`${sql.param(portfolioIds)}::integer[]`
  // The sets first, then each client by itself: with a LIMIT or a join, all lines or clients of the firm are gone through.
  const [found] = await db.query<{ version: number; clients: number[] | null }>(sql`
    WITH recent AS MATERIALIZED (
      SELECT id, change_count FROM change_sets WHERE firm_id = ${db.firmId} AND version > ${since}
    )
    SELECT f.change_version AS version, CASE WHEN (SELECT coalesce(sum(change_count), 0) FROM recent) <= ${MOST_TOLD}
      THEN ARRAY(
        SELECT DISTINCT l.client_id FROM change_lines l
        WHERE l.firm_id = ${db.firmId} AND l.set_id = ANY(ARRAY(SELECT id FROM recent))
          AND l.reason IS NULL AND l.before IS DISTINCT FROM l.after
          AND ((SELECT c.portfolio_id FROM clients c WHERE c.firm_id = ${db.firmId} AND c.id = l.client_id) = ANY(${readable})
            OR l.field = 'assignment.portfolio' AND l.before::integer = ANY(${readable}))) END AS clients
    FROM firms f WHERE f.firm_id = ${db.firmId}`)
  return found ?? { version: since, clients: null }
}

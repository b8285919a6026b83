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
  const [found] = await db.query<{ version: number; clients: number[] }>(sql`
    SELECT f.change_version AS version, ARRAY(
      SELECT DISTINCT l.client_id
      FROM change_sets s
      JOIN change_lines l ON l.firm_id = s.firm_id AND l.set_id = s.id
        AND l.reason IS NULL AND l.before IS DISTINCT FROM l.after
      LEFT JOIN clients c ON c.firm_id = l.firm_id AND c.id = l.client_id
      WHERE s.firm_id = ${db.firmId} AND s.version > ${since}
        AND (c.portfolio_id = ANY(${readable})
          OR l.field = 'assignment.portfolio' AND l.before::integer = ANY(${readable}))
      LIMIT ${MOST_TOLD + 1}) AS clients
    FROM firms f WHERE f.firm_id = ${db.firmId}`)
  if (!found) return { version: since, clients: null }
  return { version: found.version, clients: found.clients.length > MOST_TOLD ? null : found.clients }
}

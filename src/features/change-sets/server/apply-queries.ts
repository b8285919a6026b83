import { sql } from 'drizzle-orm'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { AppliedSet, SkippedCell } from './applied-set.ts'

/** The fields that a set changes. */
export async function fieldsOfSet(tx: FirmTransaction, setId: number): Promise<string[]> {
  const found = await tx.query<{ field: string }>(sql`
    SELECT DISTINCT field FROM change_lines
    WHERE firm_id = ${tx.firmId} AND set_id = ${setId} AND reason IS NULL AND before IS DISTINCT FROM after`)
  return found.map(({ field }) => field)
}

/**
 * Locks the next clients of a set in the order of their ids, so that two sets never wait for each other. Answers how
 * many clients of the set these are, the last of them, and how many of them are gone for good.
 */
export async function lockClients(
  tx: FirmTransaction,
  setId: number,
  above: number,
  count: number,
): Promise<{ count: number; last: number; gone: number }> {
  const [range] = await tx.query<{ count: number; last: number; gone: number }>(sql`
    WITH next AS (
      SELECT DISTINCT client_id FROM change_lines
      WHERE firm_id = ${tx.firmId} AND set_id = ${setId} AND client_id > ${above}
        AND reason IS NULL AND before IS DISTINCT FROM after
      ORDER BY client_id LIMIT ${count}
    ), locked AS (
      SELECT id FROM clients WHERE firm_id = ${tx.firmId} AND id = ANY(ARRAY(SELECT client_id FROM next))
      ORDER BY id FOR NO KEY UPDATE
    )
    SELECT count(*)::integer AS count, coalesce(max(client_id), ${above}::integer) AS last,
      count(*)::integer - (SELECT count(*)::integer FROM locked) AS gone
    FROM next`)
  return range ?? { count: 0, last: above, gone: 0 }
}

interface Result {
  changed: number
  unchanged: number
  skippedCount: number
}

/** What became of a set, clients each counted once, which its plan cannot know: kept in place of what was planned. */
export async function recount(tx: FirmTransaction, setId: number): Promise<Result> {
  const [result] = await tx.query<Result>(sql`
    WITH line AS (
      SELECT client_id, field, reason, reason IS NULL AND before IS DISTINCT FROM after AS changes
      FROM change_lines WHERE firm_id = ${tx.firmId} AND set_id = ${setId}
    ), client AS (
      SELECT bool_or(changes) AS changes, count(*) FILTER (WHERE reason IS NOT NULL) AS refusals
      FROM line GROUP BY client_id
    ), total AS (
      SELECT count(*) FILTER (WHERE changes)::integer AS changed,
        count(*) FILTER (WHERE NOT changes AND refusals = 0)::integer AS unchanged,
        count(*) FILTER (WHERE NOT changes AND refusals > 0)::integer AS refused,
        coalesce(sum(refusals), 0)::integer AS skipped
      FROM client
    )
    UPDATE change_sets s SET change_count = total.changed, unchanged_count = total.unchanged,
      refused_count = total.refused, skipped_count = total.skipped,
      summary = (
        SELECT coalesce(jsonb_agg(told || jsonb_build_object('clients', written.clients) ORDER BY place), '[]')
        FROM jsonb_array_elements(s.summary) WITH ORDINALITY AS told (told, place),
          LATERAL (SELECT count(*) AS clients FROM line WHERE line.field = told ->> 'field' AND line.changes) AS written
        WHERE written.clients > 0)
    FROM total WHERE s.firm_id = ${tx.firmId} AND s.id = ${setId}
    RETURNING total.changed, total.unchanged, total.skipped AS "skippedCount"`)
  if (!result) throw new Error(`Change set ${setId} cannot be read.`)
  return result
}

/** What a user may know of a result: of an administrator all, of others what concerns clients that they may read. */
export async function resultFor(
  tx: FirmTransaction,
  { role, portfolios }: Pick<Actor, 'role' | 'portfolios'>,
  applied: AppliedSet,
): Promise<AppliedSet> {
  if (role === 'administrator') return applied
  const [counted] = await tx.query<Pick<AppliedSet, 'changed' | 'skippedCount'>>(sql`
    SELECT count(DISTINCT l.client_id) FILTER (WHERE l.reason IS NULL AND l.before IS DISTINCT FROM l.after)::integer AS changed,
      count(l.reason)::integer AS "skippedCount"
    FROM change_lines l JOIN clients c ON c.firm_id = l.firm_id AND c.id = l.client_id
    WHERE l.firm_id = ${tx.firmId} AND l.set_id = ${applied.id}
      AND c.portfolio_id = ANY(${sql.param([...portfolios.keys()])}::integer[])`)
  const { changed = 0, skippedCount = 0 } = counted ?? {}
  return { ...applied, changed, unchanged: 0, skippedCount, skipped: [] }
}

/** Whether cells of a set were left alone for lack of right, be they too many to be told. */
export async function lacksRight(tx: FirmTransaction, setId: number): Promise<boolean> {
  const [found] = await tx.query<{ lacks: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM change_lines WHERE firm_id = ${tx.firmId} AND set_id = ${setId} AND reason = 'noRight'
    ) AS lacks`)
  return found?.lacks ?? false
}

const MOST_SKIPPED_TOLD = 1_000

/** The first cells that were left alone, by client; before them those that no plan can have shown. */
export const listSkipped = (tx: FirmTransaction, setId: number): Promise<SkippedCell[]> =>
  tx.query(sql`
    SELECT client_id AS client, field, reason FROM change_lines
    WHERE firm_id = ${tx.firmId} AND set_id = ${setId} AND reason IS NOT NULL
    ORDER BY reason IN ('changed', 'deleted') DESC, client_id, field LIMIT ${MOST_SKIPPED_TOLD}`)

/** The channel on which server processes tell each other that a firm has a new version of its clients. */
export const CHANGES_CHANNEL = 'fiduscope_changes'

/**
 * Marks a set as applied, raises the version of the firm's clients with it, and announces that, on the way with the
 * commit: whoever changes clients too waits here until it is committed, so that versions are in the order in which
 * changes can be seen.
 */
export function finishSet(tx: FirmTransaction, id: number): void {
  tx.sendLast(sql`
    WITH raised AS (
      UPDATE firms SET change_version = change_version + 1 WHERE firm_id = ${tx.firmId} RETURNING change_version
    ), applied AS (
      UPDATE change_sets SET state = 'applied', applied_at = now(), version = raised.change_version
      FROM raised WHERE firm_id = ${tx.firmId} AND id = ${id}
    )
    SELECT pg_notify(${CHANGES_CHANNEL}, ${tx.firmId}::text || ' ' || change_version::text) FROM raised`)
}

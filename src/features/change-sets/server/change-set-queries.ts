import { type SQL, sql } from 'drizzle-orm'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import {
  type ChangeOrigin,
  type ChangeSetState,
  type FieldSummary,
  PLAN_HOURS,
  type SelectionAsked,
  UNDO_DAYS,
} from '../change-set.ts'
import type { Line } from './planned-line.ts'
import type { PlanCounts, PlannedSet } from './planned-set.ts'

interface NewSet {
  userId: number | null
  origin: ChangeOrigin
  originName?: string | undefined
  selection?: SelectionAsked
  undoesId?: number
}

/** Starts a set, planned and without lines. */
export async function insertSet(tx: FirmTransaction, set: NewSet): Promise<number> {
  const [inserted] = await tx.query<{ id: number }>(sql`
    INSERT INTO change_sets (firm_id, user_id, origin, origin_name, state, selection, undoes_id)
    VALUES (${tx.firmId}, ${set.userId}, ${set.origin}, ${set.originName ?? null}, 'planned',
      ${set.selection ? JSON.stringify(set.selection) : null}::jsonb, ${set.undoesId ?? null})
    RETURNING id`)
  if (!inserted) throw new Error('The new change set has no id.')
  return inserted.id
}

export function insertLines(tx: FirmTransaction, setId: number, lines: readonly Line[]): void {
  if (lines.length === 0) return
  const column = (of: (line: Line) => string | number | null) => sql.param(lines.map(of))
  tx.send(sql`
    INSERT INTO change_lines (firm_id, set_id, client_id, field, before, after, reason, problem)
    SELECT ${tx.firmId}, ${setId}, line.*
    FROM unnest(${column(line => line.clientId)}::integer[], ${column(line => line.field.id)}::text[],
      ${column(line => line.before)}::text[], ${column(line => line.after)}::text[],
      ${column(line => line.reason)}::text[], ${column(line => line.problem)}::text[]) AS line`)
}

/** Keeps what was counted while a set was planned. */
export function savePlan(
  tx: FirmTransaction,
  { id, counts, refusedLines }: PlannedSet,
  summary: readonly FieldSummary[],
): void {
  const { change, unchanged, refused, lines } = counts
  tx.send(sql`
    UPDATE change_sets SET change_count = ${change}, unchanged_count = ${unchanged}, refused_count = ${refused},
      line_count = ${lines}, skipped_count = ${refusedLines}, summary = ${JSON.stringify(summary)}::jsonb
    WHERE firm_id = ${tx.firmId} AND id = ${id}`)
}

/** Of some clients, those outside the bin that the user may read. */
export async function findReadableClients(
  db: FirmDb,
  ids: readonly number[],
  portfolioIds: readonly number[],
): Promise<number[]> {
  const found = await db.query<{ id: number }>(sql`
    SELECT id FROM clients WHERE firm_id = ${db.firmId} AND deleted_at IS NULL
      AND id = ANY(${sql.param(ids)}::integer[]) AND portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])`)
  return found.map(({ id }) => id)
}

export interface StoredSet extends PlannedSet {
  userId: number | null
  origin: ChangeOrigin
  state: ChangeSetState
  undoesId: number | null
  summary: FieldSummary[]
  /** In time to be undone. */
  isRecent: boolean
}

/** The state of a set `s`, of which one that waits too long is none any more. */
export const STATE = sql`CASE WHEN s.state = 'planned' AND s.created_at < now() - make_interval(hours => ${PLAN_HOURS})
  THEN 'expired' ELSE s.state END`

/** A set as it stands, locked until the end of the transaction. */
export async function lockSet(tx: FirmTransaction, id: number): Promise<StoredSet | undefined> {
  const [found] = await lockSets(tx, sql`s.id = ${id}`)
  return found
}

/** A set, what it undoes, what that one undid, and so on back to the one that started it, locked like a set. */
export async function lockChain(tx: FirmTransaction, id: number): Promise<StoredSet[]> {
  const sets = await lockSets(
    tx,
    sql`s.id IN (
      WITH RECURSIVE chain AS (
        SELECT id, undoes_id FROM change_sets WHERE firm_id = ${tx.firmId} AND id = ${id}
        UNION ALL
        SELECT s.id, s.undoes_id FROM change_sets s JOIN chain ON s.firm_id = ${tx.firmId} AND s.id = chain.undoes_id
      ) SELECT id FROM chain)`,
  )
  return sets.toReversed()
}

/** In the order of their ids, so that two users never wait for each other. */
const lockSets = (tx: FirmTransaction, which: SQL): Promise<StoredSet[]> =>
  tx.query(sql`
    SELECT s.id, s.user_id AS "userId", s.origin, ${STATE} AS state, s.undoes_id AS "undoesId", s.summary,
      jsonb_build_object('change', s.change_count, 'unchanged', s.unchanged_count, 'refused', s.refused_count,
        'lines', s.line_count) AS counts, s.skipped_count AS "refusedLines",
      s.applied_at > now() - make_interval(days => ${UNDO_DAYS}) AS "isRecent"
    FROM change_sets s WHERE s.firm_id = ${tx.firmId} AND ${which} ORDER BY s.id FOR UPDATE`)

/** Whose eyes the lines of a set are looked at with; nobody's in particular sees all of them. */
export interface LineViewer {
  /** Those that the user may read. */
  portfolioIds: readonly number[]
  /** Sees what was done to clients that are gone, by herself or by anybody. */
  seesGone: boolean
}

const IS_CHANGE = sql.raw('l.reason IS NULL AND l.before IS DISTINCT FROM l.after')

/** Whether a set changes a client that the user may read. */
export async function touchesReadable(
  db: FirmDb,
  id: number,
  portfolioIds: readonly number[],
): Promise<boolean> {
  const [found] = await db.query<{ touches: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM change_lines l JOIN clients c ON c.firm_id = ${db.firmId} AND c.id = l.client_id
      WHERE l.firm_id = ${db.firmId} AND l.set_id = ${id} AND ${IS_CHANGE}
        AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])
    ) AS touches`)
  return found?.touches ?? false
}

/**
 * The inverse of what a set did: after becomes before; what it left alone is no part of it, nor what the viewer may not
 * know of. Answers what it would do, and how many lines were not for her.
 */
export async function insertInverseLines(
  tx: FirmTransaction,
  setId: number,
  undoesId: number,
  viewer: LineViewer | undefined,
): Promise<{ counts: PlanCounts; hiddenLines: number }> {
  const changes = sql`l.firm_id = ${tx.firmId} AND l.set_id = ${undoesId} AND ${IS_CHANGE}`
  const [inserted] = await tx.query<{ change: number; lines: number; hiddenLines: number }>(sql`
    WITH inverse AS (
      INSERT INTO change_lines (firm_id, set_id, client_id, field, before, after)
      SELECT l.firm_id, ${setId}, l.client_id, l.field, l.after, l.before FROM change_lines l
      WHERE ${changes} AND ${viewer ? isSeen(tx, viewer) : sql`true`}
      RETURNING client_id
    )
    SELECT count(DISTINCT client_id)::integer AS change, count(*)::integer AS lines,
      ${viewer ? sql`(SELECT count(*)::integer FROM change_lines l WHERE ${changes}) - count(*)::integer` : sql`0`}
        AS "hiddenLines"
    FROM inverse`)
  const { change = 0, lines = 0, hiddenLines = 0 } = inserted ?? {}
  return { counts: { change, unchanged: 0, refused: 0, lines }, hiddenLines }
}

const isSeen = (tx: FirmTransaction, { portfolioIds, seesGone }: LineViewer): SQL => sql`coalesce(
  (SELECT c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[]) FROM clients c
    WHERE c.firm_id = ${tx.firmId} AND c.id = l.client_id), ${seesGone}::boolean)`

export function setState(tx: FirmTransaction, id: number, state: ChangeSetState): void {
  tx.send(sql`
    UPDATE change_sets SET state = ${state} WHERE firm_id = ${tx.firmId} AND id = ${id}`)
}

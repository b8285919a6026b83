import { type SQL, sql } from 'drizzle-orm'
import type { Day } from '#kernel/day.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import {
  type ChangeOrigin,
  type ChangeSetState,
  type FieldSummary,
  type LineOutcome,
  UNDO_DAYS,
} from '../change-set.ts'
import { LINES_PER_PAGE, SETS_PER_PAGE } from '../change-sets-api.ts'
import type { RefusalReason } from '../refusals.ts'
import { STATE } from './change-set-queries.ts'
import type { SettingChange } from './record-settings-queries.ts'

/** Whose eyes the history is read with. */
export interface Viewer {
  userId: number
  /** Sees what was done to clients that are gone, and to the settings of the firm. */
  isAdministrator: boolean
  /** Those that the user may read. */
  portfolioIds: readonly number[]
  /** Those whose clients the user may change. */
  editableIds: readonly number[]
}

export interface SetFilter {
  client?: number | undefined
  user?: number | undefined
  field?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
}

export interface FoundSet {
  id: number
  state: ChangeSetState
  origin: ChangeOrigin
  originName: string | null
  user: { id: number; name: string } | null
  client: { id: number; name: string } | null
  createdAt: string
  appliedAt: string | null
  undoes: number | null
  counts: { change: number; unchanged: number; refused: number; lines: number }
  skippedCount: number
  summary: FieldSummary[]
  settings: (Omit<SettingChange, 'entityId'> & { id: number })[]
  /** The same, whoever may know of it: not to be told, but to be judged by. */
  allSettings: FoundSet['settings']
  /** In time to be undone. */
  isRecent: boolean
  /** Changes a client that the user may change. */
  isEditable: boolean
}

/** A page of what was done, latest first, and one more if there is another page. */
export const findSets = (db: FirmDb, viewer: Viewer, filter: SetFilter, page: number): Promise<FoundSet[]> =>
  readSets(
    db,
    viewer,
    sql`s.state IN ('applied', 'undone') AND ${matching(db, viewer, filter)} AND ${visible(viewer)}`,
    sql`LIMIT ${SETS_PER_PAGE + 1} OFFSET ${(page - 1) * SETS_PER_PAGE}`,
  )

/** A set; a plan only for its author, who always sees her own sets, whatever became of the clients. */
export async function findSet(db: FirmDb, viewer: Viewer, id: number): Promise<FoundSet | undefined> {
  const [found] = await readSets(
    db,
    viewer,
    sql`s.id = ${id} AND (s.user_id = ${viewer.userId} OR s.state IN ('applied', 'undone') AND ${visible(viewer)})`,
    sql`LIMIT 1`,
  )
  return found
}

async function readSets(db: FirmDb, viewer: Viewer, where: SQL, limit: SQL): Promise<FoundSet[]> {
  const found = await db.query<Omit<FoundSet, 'settings'>>(sql`
    SELECT s.id, s.origin, s.origin_name AS "originName", s.created_at AS "createdAt", s.applied_at AS "appliedAt",
      s.undoes_id AS undoes, s.skipped_count AS "skippedCount", s.summary,
      ${STATE} AS state,
      (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM users u
        WHERE u.firm_id = s.firm_id AND u.id = s.user_id) AS user,
      ${onlyClient(viewer)} AS client,
      jsonb_build_object('change', s.change_count, 'unchanged', s.unchanged_count, 'refused', s.refused_count,
        'lines', s.line_count) AS counts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('entity', entity, 'id', entity_id, 'name', name, 'field', field,
          'before', before, 'after', after) ORDER BY entity, name, field), '[]')
        FROM setting_lines WHERE firm_id = s.firm_id AND set_id = s.id) AS "allSettings",
      coalesce(s.applied_at > now() - make_interval(days => ${UNDO_DAYS}), false) AS "isRecent",
      ${touches(viewer.editableIds)} AS "isEditable"
    FROM change_sets s
    WHERE s.firm_id = ${db.firmId} AND ${where}
    ORDER BY coalesce(s.applied_at, s.created_at) DESC, s.id DESC ${limit}`)
  const sets = found.map(set => ({ ...set, settings: set.allSettings }))
  return viewer.isAdministrator ? sets : withReadableCounts(db, sets, viewer)
}

/** What a user may know of: what changes a client that she may read. */
const visible = ({ isAdministrator, portfolioIds }: Viewer): SQL =>
  isAdministrator ? sql`true` : touches(portfolioIds)

const touches = (portfolioIds: readonly number[], field?: string): SQL => sql`EXISTS (
  SELECT FROM change_lines l JOIN clients c ON c.firm_id = l.firm_id AND c.id = l.client_id
  WHERE l.firm_id = s.firm_id AND l.set_id = s.id AND l.reason IS NULL AND l.before IS DISTINCT FROM l.after
    AND ${field === undefined ? sql`true` : sql`l.field = ${field}`}
    AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[]))`

/** Whom a set is about, where that is a single client whom the viewer may read. */
const onlyClient = ({ portfolioIds }: Viewer): SQL => sql`(
  SELECT jsonb_build_object('id', c.id, 'name', c.name) FROM clients c
  WHERE s.change_count + s.unchanged_count + s.refused_count = 1 AND c.firm_id = s.firm_id
    AND c.id = (SELECT min(l.client_id) FROM change_lines l WHERE l.firm_id = s.firm_id AND l.set_id = s.id)
    AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[]))`

function matching(db: FirmDb, viewer: Viewer, { client, user, field, from, to }: SetFilter): SQL {
  const day = sql`(s.applied_at AT TIME ZONE 'Europe/Brussels')::date`
  const parts = [sql`true`]
  if (user !== undefined) parts.push(sql`s.user_id = ${user}`)
  if (from !== undefined) parts.push(sql`${day} >= ${from}::date`)
  if (to !== undefined) parts.push(sql`${day} <= ${to}::date`)
  if (field !== undefined && client === undefined) {
    parts.push(sql`s.summary @> ${JSON.stringify([{ field }])}::jsonb`)
    if (!viewer.isAdministrator) parts.push(touches(viewer.portfolioIds, field))
  }
  if (client !== undefined) parts.push(changesClient(db, viewer, client, field))
  return sql.join(parts, sql` AND `)
}

/** Looked up by the client first: a client has few lines, a firm has millions. */
const changesClient = (
  db: FirmDb,
  viewer: Viewer,
  client: number,
  field: string | undefined,
): SQL => sql`s.id IN (
  SELECT l.set_id FROM change_lines l LEFT JOIN clients c ON c.firm_id = ${db.firmId} AND c.id = l.client_id
  WHERE l.firm_id = ${db.firmId} AND l.client_id = ${client} AND l.reason IS NULL AND l.before IS DISTINCT FROM l.after
    AND ${field === undefined ? sql`true` : sql`l.field = ${field}`}
    AND ${viewer.isAdministrator ? sql`true` : sql`c.portfolio_id = ANY(${sql.param(viewer.portfolioIds)}::integer[])`})`

interface ReadableCounts {
  setId: number
  counts: FoundSet['counts']
  skippedCount: number
  fields: Record<string, number>
}

/** Nothing is told of clients that the user may not read, not even how many they are. */
async function withReadableCounts(db: FirmDb, sets: FoundSet[], viewer: Viewer): Promise<FoundSet[]> {
  if (sets.length === 0) return sets
  const counted = await db.query<ReadableCounts>(sql`
    WITH readable AS (
      SELECT l.set_id, l.client_id, l.field, l.reason, l.reason IS NULL AND l.before IS DISTINCT FROM l.after AS changes
      FROM change_lines l JOIN change_sets s ON s.firm_id = l.firm_id AND s.id = l.set_id
      LEFT JOIN clients c ON c.firm_id = l.firm_id AND c.id = l.client_id
        AND c.portfolio_id = ANY(${sql.param(viewer.portfolioIds)}::integer[])
      WHERE l.firm_id = ${db.firmId} AND l.set_id = ANY(${sql.param(sets.map(({ id }) => id))}::integer[])
        AND (c.id IS NOT NULL OR ${isOwnRefusal(viewer)})
    ), by_client AS (
      SELECT set_id, client_id, bool_or(changes) AS changes, count(*) AS lines,
        count(*) FILTER (WHERE reason IS NOT NULL) AS refusals
      FROM readable GROUP BY set_id, client_id
    ), by_field AS (
      SELECT set_id, field, count(*) AS clients FROM readable WHERE changes GROUP BY set_id, field
    )
    SELECT set_id AS "setId", sum(refusals)::integer AS "skippedCount",
      jsonb_build_object('change', count(*) FILTER (WHERE changes), 'lines', sum(lines),
        'unchanged', count(*) FILTER (WHERE NOT changes AND refusals = 0),
        'refused', count(*) FILTER (WHERE NOT changes AND refusals > 0)) AS counts,
      (SELECT coalesce(jsonb_object_agg(field, clients), '{}') FROM by_field f WHERE f.set_id = b.set_id) AS fields
    FROM by_client b GROUP BY set_id`)
  const bySet = new Map(counted.map(one => [one.setId, one]))
  return sets.map(set => {
    const { counts = NOTHING, skippedCount = 0, fields = {} } = bySet.get(set.id) ?? {}
    const summary = set.summary.flatMap(one => {
      const clients = fields[one.field] ?? 0
      // The labels that came and went did so for all clients together, of which some are not for her to know.
      const isPartly = clients < one.clients && (Array.isArray(one.before) || Array.isArray(one.after))
      if (clients === 0) return []
      return [isPartly ? { field: one.field, clients } : { ...one, clients }]
    })
    return { ...set, counts, skippedCount, summary, settings: [] }
  })
}

const NOTHING = { change: 0, unchanged: 0, refused: 0, lines: 0 }

/** What a user asked of clients that are not there, or not for her to know. */
const isOwnRefusal = ({ userId }: Viewer): SQL =>
  sql`(s.user_id = ${userId} AND l.reason IN ('notFound', 'deleted'))`

export interface FoundLine {
  clientId: number
  /** None for a client that is gone, or not for this user to know. */
  clientName: string | null
  portfolio: string | null
  deletedAt: string | null
  field: string
  before: string | null
  after: string | null
  reason: RefusalReason | null
  problem: string | null
}

/** Which lines of a set are looked at. */
export interface LineFilter {
  outcome?: LineOutcome | undefined
  reason?: RefusalReason | undefined
  problem?: string | undefined
}

/** A page of the lines of a set, by client. */
export async function findLines(
  db: FirmDb,
  viewer: Viewer,
  setId: number,
  { page, ...filter }: LineFilter & { page: number },
): Promise<{ lines: FoundLine[]; total: number }> {
  const from = linesOf(db, viewer, setId, filter)
  const lines = await db.query<FoundLine>(sql`
    SELECT l.client_id AS "clientId", c.name AS "clientName", c.deleted_at AS "deletedAt", l.field, l.before, l.after,
      l.reason, l.problem,
      (SELECT p.name FROM portfolios p WHERE p.firm_id = c.firm_id AND p.id = c.portfolio_id) AS portfolio
    ${from} ORDER BY c.name_folded NULLS LAST, l.client_id, l.field
    LIMIT ${LINES_PER_PAGE} OFFSET ${(page - 1) * LINES_PER_PAGE}`)
  const [counted] = await db.query<{ total: number }>(sql`SELECT count(*)::integer AS total ${from}`)
  return { lines, total: counted?.total ?? 0 }
}

export interface CountedRefusal {
  reason: RefusalReason
  problem: string | null
  /** Cells. */
  lines: number
}

/** Why cells of a set are refused, the most frequent reason first. */
export const countRefusals = (db: FirmDb, viewer: Viewer, setId: number): Promise<CountedRefusal[]> =>
  db.query(sql`
    SELECT l.reason, l.problem, count(*)::integer AS lines ${linesOf(db, viewer, setId, { outcome: 'refused' })}
    GROUP BY l.reason, l.problem ORDER BY lines DESC, l.reason, l.problem`)

/** The lines `l` of a set, with their clients `c`, of which a user may know. */
const linesOf = (
  db: FirmDb,
  viewer: Viewer,
  setId: number,
  { outcome, reason, problem }: LineFilter,
): SQL => sql`
    FROM change_lines l JOIN change_sets s ON s.firm_id = l.firm_id AND s.id = l.set_id
    LEFT JOIN clients c ON c.firm_id = l.firm_id AND c.id = l.client_id
      AND c.portfolio_id = ANY(${sql.param(viewer.portfolioIds)}::integer[])
    WHERE l.firm_id = ${db.firmId} AND l.set_id = ${setId} AND ${outcome ? OUTCOMES[outcome] : sql`true`}
      AND ${reason === undefined ? sql`true` : sql`l.reason = ${reason}`}
      AND ${problem === undefined ? sql`true` : sql`l.problem = ${problem}`}
      AND (${viewer.isAdministrator ? sql`true` : sql`c.id IS NOT NULL OR ${isOwnRefusal(viewer)}`})`

const OUTCOMES: Readonly<Record<LineOutcome, SQL>> = {
  change: sql`l.reason IS NULL AND l.before IS DISTINCT FROM l.after`,
  unchanged: sql`l.reason IS NULL AND l.before IS NOT DISTINCT FROM l.after`,
  refused: sql`l.reason IS NOT NULL`,
}

/** The names of clients that a user may read, by id. */
export async function namesOfClients(
  db: FirmDb,
  { portfolioIds }: Viewer,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const found = await db.query<{ id: number; name: string }>(sql`
    SELECT id, name FROM clients WHERE firm_id = ${db.firmId} AND id = ANY(${sql.param(ids)}::integer[])
      AND portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])`)
  return new Map(found.map(({ id, name }) => [id, name]))
}

export interface FoundHolder {
  id: number
  name: string
  enterpriseNumber: string | null
  vatNumber: string | null
  /** Hexadecimal. */
  nationalNumberHash: string | null
}

/** The clients outside the bin that a user may read and that have one of these numbers. */
export const findReadableHolders = (
  db: FirmDb,
  { portfolioIds }: Viewer,
  { numbers, hashes }: { numbers: readonly string[]; hashes: readonly string[] },
): Promise<FoundHolder[]> =>
  db.query(sql`
    SELECT id, name, enterprise_number AS "enterpriseNumber", vat_number AS "vatNumber",
      encode(national_number_hash, 'hex') AS "nationalNumberHash"
    FROM clients WHERE firm_id = ${db.firmId} AND deleted_at IS NULL
      AND portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])
      AND (enterprise_number = ANY(${sql.param(numbers)}::text[]) OR vat_number = ANY(${sql.param(numbers)}::text[])
        OR national_number_hash IN (SELECT decode(hash, 'hex') FROM unnest(${sql.param(hashes)}::text[]) AS hash))`)

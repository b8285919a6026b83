import { sql } from 'drizzle-orm'
import { AppError } from '#kernel/app-error.ts'
import type { Database } from '#platform/db/database.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { RowCounts } from '../check-rows.ts'
import type { ImportMapping, ImportState } from '../imports-api.ts'

/** An import without what it weighs: its rows stay in the database until they are asked for. */
export interface StagedImport {
  id: number
  fileName: string
  state: ImportState
  sheets: Buffer
  mapping: ImportMapping | null
  counts: RowCounts | null
  imported: number | null
}

type Parts = { content: Buffer; accepted: Buffer; report: Buffer }

const KEPT = sql.raw("created_at > now() - interval '24 hours'")

export async function insertImport(
  db: FirmDb,
  { fileName, sheets, content }: Pick<StagedImport, 'fileName' | 'sheets'> & Pick<Parts, 'content'>,
): Promise<number> {
  const [row] = await db.query<{ id: number }>(sql`
    INSERT INTO imports (firm_id, user_id, file_name, state, sheets, content)
    VALUES (${db.firmId}, ${db.userId}, ${fileName}, 'read', ${sheets}, ${content}) RETURNING id`)
  if (!row) throw new Error('The import was not kept.')
  return row.id
}

/** An import of this user. Throws notFound for one of somebody else, and for one that is older than 24 hours. */
export async function getStagedImport(db: FirmDb, id: number, { lock = false } = {}): Promise<StagedImport> {
  const [row] = await db.query<StagedImport>(sql`
    SELECT id, file_name AS "fileName", state, sheets, mapping, counts, imported
    FROM imports WHERE ${mine(db, id)} ${sql.raw(lock ? 'FOR UPDATE' : '')}`)
  if (!row) throw new AppError('notFound')
  return row
}

/** One of the weights of an import. Throws conflict when it is not there: not yet checked, or imported already. */
export async function getImportPart(db: FirmDb, id: number, part: keyof Parts): Promise<Buffer> {
  const [row] = await db.query<{ bytes: Buffer | null }>(
    sql`SELECT ${sql.identifier(part)} AS bytes FROM imports WHERE ${mine(db, id)}`,
  )
  if (!row) throw new AppError('notFound')
  if (!row.bytes) throw new AppError('conflict')
  return row.bytes
}

export async function saveCheck(
  db: FirmDb,
  id: number,
  {
    mapping,
    counts,
    accepted,
    report,
  }: { mapping: ImportMapping; counts: RowCounts } & Omit<Parts, 'content'>,
): Promise<void> {
  await db.query(sql`
    UPDATE imports SET state = 'checked', mapping = ${JSON.stringify(mapping)}::jsonb,
      counts = ${JSON.stringify(counts)}::jsonb, accepted = ${accepted}, report = ${report}
    WHERE ${mine(db, id)} AND state <> 'done'`)
}

/** Marks an import as done and drops the rows that are clients now. */
export async function saveImported(
  db: FirmDb,
  id: number,
  { imported, counts, report }: { imported: number; counts: RowCounts; report: Buffer },
): Promise<void> {
  await db.query(sql`
    UPDATE imports SET state = 'done', imported = ${imported}, counts = ${JSON.stringify(counts)}::jsonb,
      report = ${report}, content = NULL, accepted = NULL
    WHERE ${mine(db, id)}`)
}

export async function deleteImport(db: FirmDb, id: number): Promise<void> {
  await db.query(sql`DELETE FROM imports WHERE ${mine(db, id)}`)
}

/** Removes the imports of every firm that have had their 24 hours. */
export async function removeOldImports({ pool }: Database): Promise<void> {
  await pool.query("DELETE FROM imports WHERE created_at <= now() - interval '24 hours'")
}

const mine = (db: FirmDb, id: number) =>
  sql`firm_id = ${db.firmId} AND id = ${id} AND user_id = ${db.userId} AND ${KEPT}`

import { getTableName, type SQL, sql } from 'drizzle-orm'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTable, FirmTransaction } from './firm-db.ts'

/** A row that has another place in its list now; places are counted from 1. */
export interface MovedRow {
  id: number
  before: number
  after: number
}

/**
 * Puts the rows of a list, which has a column `position`, into the order of these ids. Answers those that moved. Throws
 * conflict when the list, or which of it are meant, has other rows by now.
 */
export async function reorderRows(
  tx: FirmTransaction,
  table: FirmTable,
  ids: readonly number[],
  which: SQL = sql`true`,
): Promise<MovedRow[]> {
  const name = sql.identifier(getTableName(table))
  const rows = await tx.query<{ id: number }>(
    sql`SELECT id FROM ${name} WHERE firm_id = ${tx.firmId} AND ${which} ORDER BY position, id FOR NO KEY UPDATE`,
  )
  const places = new Map(rows.map(({ id }, index) => [id, index + 1]))
  if (ids.length !== places.size || new Set(ids).size !== ids.length || !ids.every(id => places.has(id))) {
    throw new AppError('conflict')
  }
  await tx.query(sql`
    UPDATE ${name} list SET position = ordered.place
    FROM unnest(${sql.param(ids)}::integer[]) WITH ORDINALITY AS ordered (id, place)
    WHERE list.firm_id = ${tx.firmId} AND list.id = ordered.id`)
  return ids
    .map((id, index) => ({ id, before: places.get(id) ?? 0, after: index + 1 }))
    .filter(({ before, after }) => before !== after)
}

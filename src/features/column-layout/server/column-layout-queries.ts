import { eq, sql } from 'drizzle-orm'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { ColumnLayout } from '../column-layout-api.ts'
import { columnLayouts } from './column-layout-tables.ts'

/** The user's own arrangement of the columns, if there is one. */
export async function findColumnLayout(db: FirmDb): Promise<ColumnLayout | undefined> {
  const [found] = await db.select(columnLayouts, eq(columnLayouts.userId, db.userId))
  return found?.layout
}

/** Keeps an arrangement in place of the one before. */
export async function putColumnLayout(db: FirmDb, layout: ColumnLayout): Promise<void> {
  await db.query(sql`
    INSERT INTO column_layouts (firm_id, user_id, layout)
    VALUES (${db.firmId}, ${db.userId}, ${JSON.stringify(layout)}::json)
    ON CONFLICT (firm_id, user_id) DO UPDATE SET layout = excluded.layout`)
}

export async function removeColumnLayout(db: FirmDb): Promise<void> {
  await db.remove(columnLayouts, eq(columnLayouts.userId, db.userId))
}

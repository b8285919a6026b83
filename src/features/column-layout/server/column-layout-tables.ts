import { foreignKey, integer, json, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { users } from '#features/firm/server/firm-tables.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'
import type { ColumnLayout } from '../column-layout-api.ts'

/** How a user has arranged the columns; no line means the default. Read and written whole. */
export const columnLayouts = pgTable(
  'column_layouts',
  {
    firmId: firmId(),
    userId: integer('user_id').notNull(),
    layout: json('layout').$type<ColumnLayout>().notNull(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.userId] }),
    foreignKey({ columns: [table.firmId, table.userId], foreignColumns: [users.firmId, users.id] }),
    ofThisFirm(),
  ],
)

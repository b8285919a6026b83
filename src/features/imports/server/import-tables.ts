import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { users } from '#features/firm/server/firm-tables.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'
import type { RowCounts } from '../check-rows.ts'
import type { ImportMapping, ImportState } from '../imports-api.ts'

/** AES-256-GCM, since a file may hold national numbers; the key is outside the database. */
const sealed = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * Files on their way in, each of one user, for 24 hours. They are here and not in the memory of a process, so that
 * any server process can go on with them.
 */
export const imports = pgTable(
  'imports',
  {
    firmId: firmId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    userId: integer('user_id').notNull(),
    fileName: text('file_name').notNull(),
    state: text('state').$type<ImportState>().notNull(),
    /** JSON of `StagedSheet[]`. */
    sheets: sealed('sheets').notNull(),
    /** All rows, as packed `StagedRow`s; gone once they are clients. */
    content: sealed('content'),
    mapping: jsonb('mapping').$type<ImportMapping>(),
    counts: jsonb('counts').$type<RowCounts>(),
    /** Packed `AcceptedRow`s; gone once they are clients. */
    accepted: sealed('accepted'),
    /** Packed `ReportedRow`s. */
    report: sealed('report'),
    imported: integer('imported'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({ columns: [table.firmId, table.userId], foreignColumns: [users.firmId, users.id] }),
    check('imports_state', sql`state IN ('read', 'checked', 'done')`),
    ofThisFirm(),
  ],
)

import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { users } from '#features/firm/server/firm-tables.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'
import type {
  ChangeOrigin,
  ChangeSetState,
  FieldSummary,
  SelectionAsked,
  SettingEntity,
} from '../change-set.ts'
import type { RefusalReason } from '../refusals.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** Acts of changing clients, or a list of the firm: one cell or ten thousand. */
export const changeSets = pgTable(
  'change_sets',
  {
    firmId: firmId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    /** Null for what the installation does by itself, such as filling the demo firm. */
    userId: integer('user_id'),
    origin: text('origin').$type<ChangeOrigin>().notNull(),
    /** What the origin is called, such as the name of an imported file. */
    originName: text('origin_name'),
    state: text('state').$type<ChangeSetState>().notNull(),
    selection: jsonb('selection').$type<SelectionAsked>(),
    /** Clients, each counted once; lines count cells. */
    changeCount: integer('change_count').notNull().default(0),
    unchangedCount: integer('unchanged_count').notNull().default(0),
    refusedCount: integer('refused_count').notNull().default(0),
    lineCount: integer('line_count').notNull().default(0),
    /** Cells that are left alone with a reason. */
    skippedCount: integer('skipped_count').notNull().default(0),
    summary: jsonb('summary').$type<readonly FieldSummary[]>().notNull().default([]),
    /** The set that this one is the inverse of. */
    undoesId: integer('undoes_id'),
    createdAt: moment('created_at').notNull().defaultNow(),
    appliedAt: moment('applied_at'),
    /** Of the firm's clients once it was applied: a later one has a higher version. */
    version: bigint('version', { mode: 'number' }),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({ columns: [table.firmId, table.userId], foreignColumns: [users.firmId, users.id] }),
    foreignKey({ columns: [table.firmId, table.undoesId], foreignColumns: [table.firmId, table.id] }),
    index('change_sets_by_version').on(table.firmId, table.version),
    check('change_sets_state', sql`state IN ('planned', 'applied', 'undone', 'expired')`),
    ofThisFirm(),
  ],
)

/** What a set changed in the lists and settings of the firm, in the words that stood there. */
export const settingLines = pgTable(
  'setting_lines',
  {
    firmId: firmId(),
    setId: integer('set_id').notNull(),
    entity: text('entity').$type<SettingEntity>().notNull(),
    /** Of the firm itself, 0. */
    entityId: integer('entity_id').notNull(),
    field: text('field').notNull(),
    /** What it was called at the time. */
    name: text('name').notNull(),
    before: text('before'),
    after: text('after'),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.setId, table.entity, table.entityId, table.field] }),
    foreignKey({ columns: [table.firmId, table.setId], foreignColumns: [changeSets.firmId, changeSets.id] }),
    ofThisFirm(),
  ],
)

/**
 * What a set does to each cell of each client, values as the text of what the table holds. Without a foreign key: to
 * check one costs more than to write a line, and lines outlive a client that is deleted for good.
 */
export const changeLines = pgTable(
  'change_lines',
  {
    firmId: firmId(),
    setId: integer('set_id').notNull(),
    clientId: integer('client_id').notNull(),
    field: text('field').notNull(),
    before: text('before'),
    after: text('after'),
    /** Why the cell is not, or was not, changed; none for one that changes or has the value already. */
    reason: text('reason').$type<RefusalReason>(),
    /** What is wrong with the value, where that is the reason: the key of a message. */
    problem: text('problem'),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.setId, table.clientId, table.field] }),
    index('change_lines_of_client').on(table.firmId, table.clientId),
    ofThisFirm(),
  ],
)

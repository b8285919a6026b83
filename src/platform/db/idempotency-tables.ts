import { integer, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import { firmId, ofThisFirm } from './firm-table.ts'

/** Answers that were given under an `Idempotency-Key`, so that asking again has no second effect. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    firmId: firmId(),
    userId: integer('user_id').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the operation and its input. */
    requestHash: text('request_hash').notNull(),
    answer: json('answer'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.firmId, table.userId, table.key] }), ofThisFirm()],
)

import { sql } from 'drizzle-orm'
import { boolean, check, pgSchema, text } from 'drizzle-orm/pg-core'

/** Of the installation, not of any firm. */
const platformSchema = pgSchema('platform')

/** One row: by which it is known whether a secret is the one that the database was set up with. */
export const secretFingerprint = platformSchema.table(
  'secret_fingerprint',
  { single: boolean('single').primaryKey().default(true), fingerprint: text('fingerprint').notNull() },
  () => [check('one_row', sql`single`)],
)

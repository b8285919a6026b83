import { createHmac } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { ConfigError } from './config.ts'
import type { Database } from './db/database.ts'
import { secretFingerprint } from './db/platform-tables.ts'

/**
 * Throws ConfigError when the secret is not the one that the database was set up with: what is sealed with that one
 * could not be read any more, and what is sealed with another would not be found beside it.
 */
export async function checkSecret({ pool }: Database, secret: string): Promise<void> {
  const fingerprint = createHmac('sha256', secret).update('which secret this is').digest('hex')
  const db = drizzle(pool)
  await db.insert(secretFingerprint).values({ fingerprint }).onConflictDoNothing()
  const [kept] = await db.select().from(secretFingerprint)
  if (kept?.fingerprint !== fingerprint) throw new ConfigError([ANOTHER_SECRET])
}

const ANOTHER_SECRET =
  'The secret is not the one that this database was set up with: its national numbers could not be read. ' +
  'Put back the file DATA_DIR/secret of that installation, or set SECRET to what stands in it.'

import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type { Database } from './database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** Any number, the same in every process: servers that start together migrate one after the other. */
const MIGRATION_LOCK = 20_240_919

/** Brings the schema up to date. Safe to call from several processes at once. */
export async function migrateDatabase(database: Database): Promise<void> {
  const client = await database.pool.connect()
  try {
    // Another process may be migrating, and a migration of much data takes its time.
    await client.query('SET statement_timeout = 0')
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS, migrationsSchema: 'platform' })
  } finally {
    await client.query('SELECT pg_advisory_unlock_all(); RESET statement_timeout').catch(() => {})
    client.release()
  }
}

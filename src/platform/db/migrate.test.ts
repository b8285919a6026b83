import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { openFirmDb } from './firm-db.ts'
import { migrateDatabase } from './migrate.ts'

test('an owner who is no superuser, but may create roles, can migrate and work', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fiduscope-test-'))
  const database = await openDatabase({ dataDir: folder })
  try {
    await database.pool.query(`
      CREATE ROLE fiduscope_owner NOSUPERUSER CREATEROLE;
      ALTER DATABASE postgres OWNER TO fiduscope_owner;
      ALTER SCHEMA public OWNER TO fiduscope_owner;
      SET SESSION AUTHORIZATION fiduscope_owner`)
    await migrateDatabase(database)
    const [who] = await openFirmDb(database, 1, 1).query<{ role: string; clients: number }>(
      sql`SELECT current_user AS role, (SELECT count(*)::integer FROM clients) AS clients`,
    )
    expect(who).toEqual({ role: 'fiduscope_app', clients: 0 })
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

import type pg from 'pg'

/** When PostgreSQL's autovacuum takes up a table, by its default settings. */
const BUSY_TABLES = `
  SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
  WHERE n_dead_tup > 50 + 0.2 * n_live_tup OR n_mod_since_analyze > 50 + 0.1 * n_live_tup`

/** Does what autovacuum does on a server; table by table, so that others are answered in between. */
export async function vacuumBusyTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(BUSY_TABLES)
  for (const { name } of rows) await pool.query(`VACUUM ANALYZE ${name}`)
}

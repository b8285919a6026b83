import type { Database } from './database.ts'

/** Clears away old row versions and counts anew what the planner goes by; a server does so by itself, PGlite never. */
export async function tidyDatabase({ kind, pool }: Database): Promise<void> {
  if (kind === 'embedded') await pool.query('VACUUM ANALYZE')
}

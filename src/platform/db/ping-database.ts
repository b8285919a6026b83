import { setTimeout } from 'node:timers/promises'
import type { Database } from './database.ts'

const PATIENCE_MS = 2_000

/** Whether the database answers. The embedded one has a single session: while that is busy, it counts as answering. */
export async function pingDatabase({ kind, pool }: Database): Promise<boolean> {
  const answered = pool.query('SELECT 1').then(
    () => true,
    () => false,
  )
  return Promise.race([answered, setTimeout(PATIENCE_MS, kind === 'embedded', { ref: false })])
}

import type { Database } from './database.ts'

const DAYS_KEPT = 7

/** Forgets the answers that were kept under an `Idempotency-Key`, once nobody will send the request again. */
export async function forgetKeys({ pool }: Database): Promise<void> {
  await pool.query(`DELETE FROM idempotency_keys WHERE created_at < now() - make_interval(days => $1)`, [
    DAYS_KEPT,
  ])
}

import type pg from 'pg'

/** Counts one more attempt for a key unless it has `most` already; false when it has. */
export async function addAttempt(pool: pg.Pool, key: string, most: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO auth.sign_in_failures AS f (key, count, until)
     VALUES ($1, 1, now() + interval '15 minutes')
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN f.count = 0 OR f.until <= now() THEN 1 ELSE f.count + 1 END,
       until = CASE WHEN f.count = 0 OR f.until <= now() THEN excluded.until ELSE f.until END
     WHERE f.count < $2 OR f.until <= now()`,
    [key, most],
  )
  return rowCount === 1
}

/** Takes one attempt off each of these keys. */
export async function dropAttempts(pool: pg.Pool, keys: readonly string[]): Promise<void> {
  await pool.query('UPDATE auth.sign_in_failures SET count = count - 1 WHERE key = ANY ($1) AND count > 0', [
    keys,
  ])
}

/** Seconds until a key may be tried again. */
export async function secondsLeft(pool: pg.Pool, key: string): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(
    'SELECT ceil(extract(epoch FROM until - now()))::integer AS seconds FROM auth.sign_in_failures WHERE key = $1',
    [key],
  )
  return Math.max(1, rows[0]?.seconds ?? 1)
}

/** Forgets what no longer counts. */
export async function forgetOldAttempts(pool: pg.Pool): Promise<void> {
  await pool.query('DELETE FROM auth.sign_in_failures WHERE until <= now()')
}

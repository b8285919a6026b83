import type { Database } from '#platform/db/database.ts'

/** How many firms an installation has, and whether one of them is made up. */
export async function countFirms({ pool }: Database): Promise<{ firms: number; fictional: boolean }> {
  const { rows } = await pool.query<{ firms: number; fictional: boolean }>(
    'SELECT count(*)::integer AS firms, coalesce(bool_or(fictional), false) AS fictional FROM firms',
  )
  return rows[0] ?? { firms: 0, fictional: false }
}

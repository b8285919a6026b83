import { sql } from 'drizzle-orm'
import type { FirmTransaction } from '#platform/db/firm-db.ts'

/** One in nine people, each with the company that was made last before them in their portfolio. */
export const findPayers = (tx: FirmTransaction): Promise<{ id: number; payer: number | null }[]> =>
  tx.query(sql`
    SELECT id, payer FROM (
      SELECT id, kind, max(id) FILTER (WHERE kind = 'legal') OVER (PARTITION BY portfolio_id ORDER BY id) AS payer
      FROM clients WHERE firm_id = ${tx.firmId}
    ) AS before
    WHERE kind IN ('selfEmployed', 'private') AND id % 9 = 0`)

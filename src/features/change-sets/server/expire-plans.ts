import type { Database } from '#platform/db/database.ts'
import { PLAN_HOURS } from '../change-set.ts'

/** Gives up the plans that nobody applied in time, in every firm: that they were made stays, what they would have done goes. */
export async function expirePlans({ pool }: Database): Promise<void> {
  await pool.query(
    `WITH expired AS (
       UPDATE change_sets SET state = 'expired', summary = '[]'
       WHERE state = 'planned' AND created_at < now() - make_interval(hours => $1)
       RETURNING firm_id, id)
     DELETE FROM change_lines l USING expired e WHERE l.firm_id = e.firm_id AND l.set_id = e.id`,
    [PLAN_HOURS],
  )
}

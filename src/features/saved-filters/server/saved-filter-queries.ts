import { type SQL, sql } from 'drizzle-orm'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { SavedFilter } from '../saved-filters-api.ts'

/** The user's own filters, then the ones that colleagues share, each by name. */
export const findVisibleFilters = (db: FirmDb): Promise<SavedFilter[]> => visibleFilters(db, sql`true`)

/** A filter, unless this user may not know of it. */
export async function findVisibleFilter(db: FirmDb, id: number): Promise<SavedFilter | undefined> {
  const [found] = await visibleFilters(db, sql`saved.id = ${id}`)
  return found
}

const visibleFilters = (db: FirmDb, condition: SQL): Promise<SavedFilter[]> =>
  db.query(sql`
    SELECT saved.id, saved.name, saved.icon, saved.filter, saved.shared, saved.view,
      json_build_object('id', owner.id, 'name', owner.name, 'active', owner.active) AS owner,
      saved.owner_id = ${db.userId} AS mine
    FROM saved_filters saved
    JOIN users owner ON owner.firm_id = saved.firm_id AND owner.id = saved.owner_id
    WHERE saved.firm_id = ${db.firmId} AND (saved.owner_id = ${db.userId} OR saved.shared) AND ${condition}
    ORDER BY mine DESC, fold_text(saved.name), saved.id`)

import type { FirmDb } from '#platform/db/firm-db.ts'
import type { Import } from '../imports-api.ts'

type Progress = NonNullable<Import['progress']>

/**
 * How far the imports of this process are. It is no data: the writing is one transaction, of which the database shows
 * nothing before it is over, and nothing is left of it when the process ends.
 */
const underWay = new Map<string, Progress>()

export const progressOf = (db: FirmDb, id: number): Progress | null =>
  underWay.get(`${db.firmId} ${id}`) ?? null

/** Runs some work on an import and shows, while it lasts, how many rows it says are done. */
export async function showingProgress<T>(
  db: FirmDb,
  id: number,
  phase: Progress['phase'],
  total: number | null,
  work: (onRows: (done: number) => void) => Promise<T>,
): Promise<T> {
  const show = (done: number) => underWay.set(`${db.firmId} ${id}`, { phase, done, total })
  show(0)
  try {
    return await work(show)
  } finally {
    underWay.delete(`${db.firmId} ${id}`)
  }
}

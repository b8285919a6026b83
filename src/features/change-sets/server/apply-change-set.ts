import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { Progress } from '#kernel/progress.ts'
import { asWriter } from '#platform/db/as-writer.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { AppliedSet } from './applied-set.ts'
import { fieldsOfSet, finishSet, listSkipped, lockClients, recount } from './apply-queries.ts'
import { changeableField } from './changeable-field.ts'
import type { ChangingActor } from './changing-actor.ts'
import { holdLists } from './firm-lists-queries.ts'
import { atATime } from './numbers-move-together.ts'
import type { PlannedSet } from './planned-set.ts'
import { refuseGoneClients, refuseStaleLines } from './stale-lines-queries.ts'
import { writeCells } from './write-cells-queries.ts'

/** Clients that are locked, checked and written at a time. */
const CLIENTS_AT_A_TIME = 2_500

/**
 * Writes what a planned set says wherever the cell is still as it was, and leaves the others alone, each with its
 * reason. Call it inside a transaction that has locked the set: all of it is written, or nothing. `onProgress` hears of
 * clients, from inside that transaction.
 */
export async function applyLines(
  tx: FirmTransaction,
  actor: ChangingActor,
  planned: PlannedSet,
  { byId }: Catalogue,
  onProgress: (progress: Progress) => void = () => {},
): Promise<AppliedSet> {
  const { id, counts } = planned
  const total = counts.change
  holdLists(tx)
  const ids = await fieldsOfSet(tx, id)
  const fields = ids.flatMap(field => changeableField(field, byId) ?? [])
  const count = atATime(fields, CLIENTS_AT_A_TIME)
  let stale = 0
  let done = 0
  onProgress({ done, total })
  await asWriter(tx, async () => {
    for (let above = 0; ; ) {
      const locked = await lockClients(tx, id, above, Math.min(count, total))
      if (locked.count === 0) break
      const range = { setId: id, above, upTo: locked.last }
      if (locked.gone > 0) stale += await refuseGoneClients(tx, range)
      stale += await refuseStaleLines(tx, actor, range, fields)
      writeCells(tx, range, fields)
      done += locked.count
      if (done < total) onProgress({ done, total })
      if (locked.count < count) break
      above = locked.last
    }
  })
  const result = await resultOf(tx, planned, stale)
  finishSet(tx, id)
  const skipped = result.skippedCount > 0 ? await listSkipped(tx, id) : []
  return { id, state: 'applied', ...result, skipped }
}

/** Counting again what was counted while planning is saved where every line was written. */
async function resultOf(tx: FirmTransaction, { id, counts, refusedLines }: PlannedSet, stale: number) {
  const wentAsPlanned = stale === 0 && refusedLines === 0
  if (!wentAsPlanned) return recount(tx, id)
  return { changed: counts.change, unchanged: counts.unchanged, skippedCount: 0 }
}

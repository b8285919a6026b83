import { IN_BIN } from '#features/clients/client-fields.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { asWriter } from '#platform/db/as-writer.ts'
import type { Erasure } from '../bin-api.ts'
import { finishSet } from './apply-queries.ts'
import { type ErasureCandidate, eraseRows, lockForErasure } from './bin-queries.ts'
import { insertLines, insertSet, savePlan } from './change-set-queries.ts'
import { holdLists } from './firm-lists-queries.ts'
import type { Line } from './planned-line.ts'

/**
 * Deletes clients for good: only out of the bin, not while the anti-money-laundering rule has them kept, and not while
 * others are billed to them. Who did it and when stays in the history, and no more than that.
 */
export const eraseClients = (actor: Actor, ids: readonly number[]): Promise<Erasure> =>
  actor.db.transaction(tx => {
    holdLists(tx)
    return asWriter(tx, async () => {
      const found = new Map((await lockForErasure(tx, ids)).map(client => [client.id, client]))
      const skipped: Erasure['skipped'] = []
      const erased: number[] = []
      for (const id of new Set(ids)) {
        const reason = refusalOf(found.get(id))
        if (reason) skipped.push({ client: id, reason })
        else erased.push(id)
      }
      if (erased.length === 0) return { erased: 0, skipped }
      await eraseRows(tx, erased)
      const setId = await insertSet(tx, { userId: actor.userId, origin: 'erasure' })
      insertLines(tx, setId, erased.map(traceOf))
      const count = erased.length
      const counts = { change: count, unchanged: 0, refused: 0, lines: count }
      savePlan(tx, { id: setId, counts, refusedLines: 0 }, [{ field: IN_BIN.id, clients: count }])
      finishSet(tx, setId)
      return { erased: count, skipped }
    })
  })

function refusalOf(client: ErasureCandidate | undefined): Erasure['skipped'][number]['reason'] | undefined {
  if (!client) return 'notFound'
  if (!client.inBin) return 'notInBin'
  if (client.isKept) return 'tooEarly'
  return client.isPayer ? 'billedTo' : undefined
}

const traceOf = (clientId: number): Line => ({
  clientId,
  field: IN_BIN,
  before: null,
  after: '',
  reason: null,
  problem: null,
})

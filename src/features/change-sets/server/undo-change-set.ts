import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import type { FieldSummary } from '../change-set.ts'
import { type AppliedSet, applyLines } from './apply-change-set.ts'
import {
  countLines,
  insertInverseLines,
  insertSet,
  lockSet,
  type StoredSet,
  savePlan,
  setState,
  touchesReadable,
} from './change-set-queries.ts'
import { trySeveralTimes } from './try-several-times.ts'

/**
 * Undoes an applied set by applying its inverse as a set of its own: what has been changed since is left alone. Throws
 * notFound for a set of which the user may see nothing, noRight when she may make none of the changes, conflict for a
 * set that is not applied or was applied more than 90 days ago.
 */
export const undoChangeSet = (
  actor: Actor,
  id: number,
  key: string | null,
  catalogue: Catalogue,
): Promise<AppliedSet> =>
  trySeveralTimes(() =>
    onceOnly(actor.db, { key, asked: { undo: id } }, async tx => {
      const set = await getVisibleSet(tx, actor, id)
      if (set.state !== 'applied' || !set.isRecent) throw new AppError('conflict')
      const inverse = await planInverse(tx, actor, set)
      const applied = await applyLines(tx, actor, inverse, catalogue)
      if (isForbidden(applied)) throw new AppError('noRight')
      await markUndone(tx, set)
      return applied
    }),
  )

async function getVisibleSet(tx: FirmDb, actor: Actor, id: number): Promise<StoredSet> {
  const set = await lockSet(tx, id)
  const isVisible = set && (await touchesReadable(tx, id, [...actor.portfolios.keys()]))
  if (!set || !isVisible) throw new AppError('notFound')
  return set
}

async function planInverse(tx: FirmDb, { userId }: Actor, set: StoredSet) {
  const id = await insertSet(tx, { userId, origin: 'undo', undoesId: set.id })
  await insertInverseLines(tx, id, set.id)
  const planned = { id, counts: await countLines(tx, id), refusedLines: 0 }
  await savePlan(tx, planned, set.summary.map(inverseSummary))
  return planned
}

const inverseSummary = ({ field, clients, before, after }: FieldSummary): FieldSummary => ({
  field,
  clients,
  ...(after !== undefined && { before: after }),
  ...(before !== undefined && { after: before }),
})

/** Nothing was changed, and for no other reason than missing rights. */
const isForbidden = ({ changed, skipped, skippedCount }: AppliedSet): boolean =>
  changed === 0 && skippedCount > 0 && skipped.every(({ reason }) => reason === 'noRight')

/** What an undone set had undone is applied again, and so on. */
async function markUndone(tx: FirmDb, set: StoredSet): Promise<void> {
  let state: 'undone' | 'applied' = 'undone'
  for (let next: StoredSet | undefined = set; next; ) {
    await setState(tx, next.id, state)
    state = state === 'undone' ? 'applied' : 'undone'
    next = next.undoesId === null ? undefined : await lockSet(tx, next.undoesId)
  }
}

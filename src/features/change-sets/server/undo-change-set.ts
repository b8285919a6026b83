import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import type { FieldSummary } from '../change-set.ts'
import type { AppliedSet } from './applied-set.ts'
import { applyLines } from './apply-change-set.ts'
import { wholeFirm } from './change-for-settings.ts'
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
import type { ChangingActor } from './changing-actor.ts'
import { lockLists } from './firm-lists-queries.ts'
import {
  bringLabels,
  dropLabels,
  findLabelLines,
  inverted,
  mayInvertLabels,
} from './invert-labels-queries.ts'
import { endedPortfolio, insertSettingLines, type SettingChange } from './record-settings-queries.ts'
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
      const set = await lockSet(tx, id)
      const labelLines = set ? await findLabelLines(tx, id) : []
      const isInvertible = labelLines.length > 0 && set && mayInvertLabels(actor, set, labelLines)
      const isVisible = isInvertible || (await touchesReadable(tx, id, [...actor.portfolios.keys()]))
      if (!set || !isVisible) throw new AppError('notFound')
      if (labelLines.length > 0 && !isInvertible) throw new AppError('noRight')
      if (set.state !== 'applied' || !set.isRecent || (await endedPortfolio(tx, id))) {
        throw new AppError('conflict')
      }
      const applied = isInvertible
        ? await undoLabels(tx, actor, set, labelLines.map(inverted))
        : await applyLines(tx, reachingAsFar(actor, set), await planInverse(tx, actor, set), catalogue)
      if (isForbidden(applied)) throw new AppError('noRight')
      await markUndone(tx, set)
      return applied
    }),
  )

/** What followed from a setting changed clients in the bin as well. */
const reachingAsFar = (actor: Actor, { origin }: StoredSet): ChangingActor => ({
  ...actor,
  reachesBin: origin === 'settings' && actor.role === 'administrator',
})

/** A label belongs to the whole firm, and so does what follows from it for clients. */
async function undoLabels(
  tx: FirmTransaction,
  actor: Actor,
  set: StoredSet,
  lines: readonly SettingChange[],
): Promise<AppliedSet> {
  await lockLists(tx)
  await bringLabels(tx, lines)
  const firm = await wholeFirm(tx)
  const inverse = await planInverse(tx, actor, set)
  await insertSettingLines(tx, inverse.id, lines)
  const applied = await applyLines(tx, firm.actor, inverse, firm.catalogue)
  await dropLabels(tx, lines)
  return applied
}

async function planInverse(tx: FirmTransaction, { userId }: Actor, set: StoredSet) {
  const id = await insertSet(tx, { userId, origin: 'undo', undoesId: set.id })
  insertInverseLines(tx, id, set.id)
  const planned = { id, counts: await countLines(tx, id), refusedLines: 0 }
  savePlan(tx, planned, set.summary.map(inverseSummary))
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
async function markUndone(tx: FirmTransaction, set: StoredSet): Promise<void> {
  let state: 'undone' | 'applied' = 'undone'
  for (let next: StoredSet | undefined = set; next; ) {
    setState(tx, next.id, state)
    state = state === 'undone' ? 'applied' : 'undone'
    next = next.undoesId === null ? undefined : await lockSet(tx, next.undoesId)
  }
}

import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import type { FieldSummary } from '../change-set.ts'
import type { AppliedSet } from './applied-set.ts'
import { applyLines } from './apply-change-set.ts'
import { lacksRight, recount, resultFor } from './apply-queries.ts'
import { wholeFirm } from './change-for-settings.ts'
import {
  insertInverseLines,
  insertSet,
  type LineViewer,
  lockChain,
  type StoredSet,
  savePlan,
  setState,
  touchesReadable,
} from './change-set-queries.ts'
import { lockLists } from './firm-lists-queries.ts'
import { bringListed, dropListed, findListLines, inverted, mayInvertLists } from './invert-lists-queries.ts'
import { endedPortfolio, insertSettingLines, type SettingChange } from './record-settings-queries.ts'
import { hasWrittenSince, settleCustomValues } from './settle-custom-values-queries.ts'
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
      const listLines = await findListLines(tx, id)
      if (listLines.length > 0) await lockLists(tx)
      const chain = await lockChain(tx, id)
      const [set] = chain
      const isInvertible = listLines.length > 0 && set && mayInvertLists(actor, set, listLines)
      const isVisible = isInvertible || (await touchesReadable(tx, id, [...actor.portfolios.keys()]))
      if (!set || !isVisible) throw new AppError('notFound')
      if (listLines.length > 0 && !isInvertible) throw new AppError('noRight')
      if (set.state !== 'applied' || !set.isRecent || (await endedPortfolio(tx, id))) {
        throw new AppError('conflict')
      }
      if (isInvertible) {
        const applied = await undoLists(tx, actor, set, listLines.map(inverted))
        markUndone(tx, chain)
        return resultFor(tx, actor, applied)
      }
      const { applied, isWhole } = await undoCells(tx, actor, set, chain, catalogue)
      if (isForbidden(applied)) throw new AppError('noRight')
      // Whoever may do more can still undo the rest.
      if (isWhole && applied.changed > 0) markUndone(tx, chain)
      return applied
    }),
  )

/**
 * Undoes what the user may know of, and says whether that is the whole set. What followed from a setting changed clients
 * in the bin as well.
 */
async function undoCells(
  tx: FirmTransaction,
  actor: Actor,
  set: StoredSet,
  chain: readonly StoredSet[],
  catalogue: Catalogue,
): Promise<{ applied: AppliedSet; isWhole: boolean }> {
  const isAdministrator = actor.role === 'administrator'
  const seesGone = isAdministrator || set.userId === actor.userId
  const viewer = { portfolioIds: [...actor.portfolios.keys()], seesGone }
  const planned = await planInverse(tx, actor, set, isAdministrator ? undefined : viewer)
  const reachesBin = isAdministrator && chain.at(-1)?.origin === 'settings'
  const applied = await applyLines(tx, { ...actor, reachesBin, restores: true }, planned, catalogue)
  if (planned.hiddenLines > 0) {
    // What is told of the set it undoes is of more clients than these.
    await recount(tx, planned.id)
    return { applied, isWhole: false }
  }
  return { applied, isWhole: applied.skippedCount === 0 || !(await lacksRight(tx, planned.id)) }
}

/** A list belongs to the whole firm, and so does what follows from it for clients. */
async function undoLists(
  tx: FirmTransaction,
  actor: Actor,
  set: StoredSet,
  lines: readonly SettingChange[],
): Promise<AppliedSet> {
  if (await hasWrittenSince(tx, set.id, lines)) throw new AppError('conflict')
  await bringListed(tx, lines)
  const firm = await wholeFirm(tx)
  const inverse = await planInverse(tx, actor, set, undefined)
  await insertSettingLines(tx, inverse.id, lines)
  const applied = await applyLines(tx, { ...firm.actor, restores: true }, inverse, firm.catalogue)
  await settleCustomValues(tx, lines)
  await dropListed(tx, lines)
  return applied
}

async function planInverse(
  tx: FirmTransaction,
  { userId }: Actor,
  set: StoredSet,
  viewer: LineViewer | undefined,
) {
  const id = await insertSet(tx, { userId, origin: 'undo', undoesId: set.id })
  const { counts, hiddenLines } = await insertInverseLines(tx, id, set.id, viewer)
  const planned = { id, counts, refusedLines: 0 }
  savePlan(tx, planned, set.summary.map(inverseSummary))
  return { ...planned, hiddenLines }
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

/** What an undone set had undone is applied again, and so on: `chain` starts with the set that is undone. */
function markUndone(tx: FirmTransaction, chain: readonly StoredSet[]): void {
  for (const [place, { id }] of chain.entries()) setState(tx, id, place % 2 === 0 ? 'undone' : 'applied')
}

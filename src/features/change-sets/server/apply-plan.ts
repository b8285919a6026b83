import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Progress } from '#kernel/progress.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import type { AppliedSet } from './applied-set.ts'
import { applyLines } from './apply-change-set.ts'
import { lockSet } from './change-set-queries.ts'
import { trySeveralTimes } from './try-several-times.ts'

/**
 * Applies a set that the user has planned. Throws notFound for a plan of somebody else, conflict for one that is applied
 * already or has expired.
 */
export const applyPlan = (
  actor: Actor,
  id: number,
  key: string | null,
  catalogue: Catalogue,
  onProgress?: (progress: Progress) => void,
): Promise<AppliedSet> =>
  trySeveralTimes(() =>
    onceOnly(actor.db, { key, asked: { apply: id } }, async tx => {
      const set = await lockSet(tx, id)
      if (set?.userId !== actor.userId) throw new AppError('notFound')
      if (set.state !== 'planned') throw new AppError('conflict')
      return applyLines(tx, actor, set, catalogue, onProgress)
    }),
  )

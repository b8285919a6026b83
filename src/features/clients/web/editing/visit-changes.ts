import {
  type AppliedAnswer,
  applyChangeSet,
  type ChangeSetRequest,
  createChangeSet,
  type PlanAnswer,
  undoChangeSet,
} from '#features/change-sets/change-sets-api.ts'
import type { Progress } from '#kernel/progress.ts'
import { ApiError, call } from '#ui/api-client.ts'
import { callWithProgress } from '#ui/call-with-progress.ts'

/** A set of this visit that can be undone or, once it is, redone: by undoing the set that undid it. */
export interface VisitedSet {
  id: number
  /** How many clients it changed. */
  clients: number
  /** Called once it is undone, and redone: for what undoing has to show beside the values of clients. */
  onTaken?: (step: Step) => void
}

export interface VisitListeners {
  /** Hears that clients have changed; without ids, any may have. */
  onChanged: (ids: readonly number[] | undefined) => void
  /** Hears of each set that was applied by a person's own act, for telling it; with `seen` when it was seen before. */
  onApplied: (answer: AppliedAnswer, seen: Applying | undefined) => void
}

const FINAL: readonly ApiError['code'][] = ['conflict', 'notFound', 'noRight']

/** Hears how many clients are done. */
export type OnProgress = (progress: Progress) => void

/** What goes along with applying a plan. */
export interface Applying {
  /** The clients that it may touch; any may, when they are not known. */
  ids?: readonly number[]
  onProgress?: OnProgress
  onTaken?: VisitedSet['onTaken']
  /** What is told of so many clients, where it is not that they have changed. */
  told?: (clients: number) => string
}

export type Step = 'undo' | 'redo'

/**
 * The changes that a user makes to clients while the list is open. They are sent one after the other, and what was
 * applied is remembered in order, so that it can be undone and redone.
 */
export class VisitChanges {
  readonly #stacks: Record<Step, VisitedSet[]> = { undo: [], redo: [] }
  readonly #listeners: () => VisitListeners
  #underWay: Promise<unknown> = Promise.resolve()

  constructor(listeners: () => VisitListeners) {
    this.#listeners = listeners
  }

  /** Works out what a change would do; changes nothing. */
  plan(request: Omit<ChangeSetRequest, 'apply'>): Promise<PlanAnswer> {
    return call(createChangeSet, { body: { ...request, apply: false } })
  }

  /** Writes what was planned. */
  apply(planId: number, applying: Applying = {}): Promise<AppliedAnswer> {
    const { onProgress = () => {} } = applying
    return this.#inTurn(async () => {
      // Under this key a second try, after an answer that was lost on its way, gets the first answer.
      const input = { params: { id: planId }, headers: { 'Idempotency-Key': `apply-${planId}` } }
      const answer = await callWithProgress(applyChangeSet, input, onProgress).catch(error => {
        if (error instanceof ApiError) throw error
        return call(applyChangeSet, input)
      })
      return this.#done(answer, applying.ids, applying)
    })
  }

  /** Plans and applies at once, for what needs no preview. */
  change(request: Omit<ChangeSetRequest, 'apply'>): Promise<AppliedAnswer> {
    return this.#inTurn(async () => {
      const answer = await call(createChangeSet, { body: { ...request, apply: true } })
      return this.#done(asApplied(answer), idsOf(request))
    })
  }

  /** Remembers a set that was applied by another request. */
  note(set: VisitedSet, ids: readonly number[]): void {
    this.#remember(set)
    this.#listeners().onChanged(ids)
  }

  /** What the next step back, or forward again, is about. */
  next(step: Step): VisitedSet | undefined {
    return this.#stacks[step].at(-1)
  }

  /**
   * Once nothing else is under way, undoes or redoes what is next if that `isMeant`, and answers what came of it. Nothing
   * when it is not, or when there is nothing.
   */
  take(
    step: Step,
    isMeant: (next: VisitedSet | undefined) => boolean = () => true,
  ): Promise<{ set: VisitedSet; answer: AppliedAnswer } | undefined> {
    return this.#inTurn(async () => {
      const set = this.next(step)
      if (!isMeant(set) || !set) return undefined
      return { set, answer: await this.#undo(set, step) }
    })
  }

  /** Undoes a set from its notice, wherever it stands among those of this visit. */
  undoSet(id: number): Promise<AppliedAnswer | undefined> {
    return this.#inTurn(async () => {
      const set = this.#stacks.undo.find(one => one.id === id)
      return set && this.#undo(set, 'undo')
    })
  }

  async #undo(set: VisitedSet, step: Step): Promise<AppliedAnswer> {
    const headers = { 'Idempotency-Key': `undo-${set.id}` }
    try {
      const answer = await call(undoChangeSet, { params: { id: set.id }, headers })
      this.#forget(set)
      if (answer.changed > 0) {
        const inverse = { ...set, id: answer.id, clients: answer.changed }
        this.#stacks[step === 'undo' ? 'redo' : 'undo'].push(inverse)
        set.onTaken?.(step)
      }
      return answer
    } catch (error) {
      // It was undone elsewhere, or never can be; the ones before it still can.
      if (error instanceof ApiError && FINAL.includes(error.code)) this.#forget(set)
      throw error
    } finally {
      this.#listeners().onChanged(undefined)
    }
  }

  #forget(set: VisitedSet): void {
    for (const stack of Object.values(this.#stacks)) {
      if (stack.includes(set)) stack.splice(stack.indexOf(set), 1)
    }
  }

  #done(answer: AppliedAnswer, ids: readonly number[] | undefined, seen?: Applying): AppliedAnswer {
    const { onTaken } = seen ?? {}
    if (answer.changed > 0) {
      this.#remember({ id: answer.id, clients: answer.changed, ...(onTaken && { onTaken }) })
    }
    this.#listeners().onChanged(ids)
    this.#listeners().onApplied(answer, seen)
    return answer
  }

  #remember(set: VisitedSet): void {
    this.#stacks.undo.push(set)
    this.#stacks.redo.length = 0
  }

  /** One after the other, whether the one before succeeded or not. */
  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const done = this.#underWay.then(work, work)
    this.#underWay = done.catch(() => undefined)
    return done
  }
}

/** What an answer to a request that asked to apply always has. */
function asApplied({ id, changed, unchanged, skipped, skippedCount }: PlanAnswer): AppliedAnswer {
  if (changed === undefined || unchanged === undefined || !skipped || skippedCount === undefined) {
    throw new Error(`Change set ${id} was not applied.`)
  }
  return { id, state: 'applied', changed, unchanged, skipped, skippedCount }
}

function idsOf({ selection, cells }: Omit<ChangeSetRequest, 'apply'>): readonly number[] | undefined {
  if (cells) return cells.map(({ client }) => client)
  return selection && 'ids' in selection ? selection.ids : undefined
}

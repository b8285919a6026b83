import type pg from 'pg'
import { AppError } from '#kernel/app-error.ts'
import { addAttempt, dropAttempts, forgetOldAttempts, secondsLeft } from './attempt-queries.ts'

/** What may fail at most so often within 15 minutes. */
export interface AttemptLimit {
  key: string
  most: number
}

/**
 * Runs an attempt that may be refused, unless too many were: then throws tooManyAttempts, which says when to try
 * again. An AppError counts as a refusal.
 */
export type LimitAttempts = <T>(limits: readonly AttemptLimit[], attempt: () => Promise<T>) => Promise<T>

/**
 * Counts attempts before they are made, and takes those that succeed off again: so however many are made at once,
 * no more can fail than the limit. Those that find it used up by attempts under way wait for how these end.
 */
export function limitAttempts(pool: pg.Pool): LimitAttempts {
  const underWay: UnderWay = new Map()
  const inTurn = oneAtATime()

  return async (limits, attempt) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    for (;;) {
      const others = await inTurn(() => enter(pool, limits, underWay, ended))
      if (!others) break
      await Promise.race(others)
    }
    try {
      return await settle(pool, limits, attempt)
    } finally {
      leave(limits, underWay, ended)
      end()
    }
  }
}

/** By key, a promise for each attempt that is counted and not yet decided. */
type UnderWay = Map<string, Set<Promise<void>>>

/** Counts an attempt, or else answers the others that may make room for it; throws when none can. */
async function enter(
  pool: pg.Pool,
  limits: readonly AttemptLimit[],
  underWay: UnderWay,
  ended: Promise<void>,
): Promise<Promise<void>[] | undefined> {
  // From before the count is looked at, since one that ends meanwhile may have made room.
  const others = new Map(limits.map(({ key }) => [key, [...(underWay.get(key) ?? [])]]))
  const { counted, full } = await count(pool, limits)
  if (full === undefined) {
    for (const key of counted) underWay.set(key, (underWay.get(key) ?? new Set()).add(ended))
    return undefined
  }
  if (counted.length > 0) await dropAttempts(pool, counted)
  const waiting = others.get(full) ?? []
  if (waiting.length > 0) return waiting
  throw new AppError('tooManyAttempts', { params: await whenToRetry(pool, full) })
}

/** Counts an attempt against one limit after the other, up to one that is used up. */
async function count(
  pool: pg.Pool,
  limits: readonly AttemptLimit[],
): Promise<{ counted: string[]; full?: string }> {
  const counted: string[] = []
  for (const { key, most } of limits) {
    if (!(await addAttempt(pool, key, most))) return { counted, full: key }
    counted.push(key)
  }
  return { counted }
}

async function whenToRetry(pool: pg.Pool, key: string) {
  const retryAfter = await secondsLeft(pool, key)
  return { retryAfter, count: Math.ceil(retryAfter / 60) }
}

async function settle<T>(
  pool: pg.Pool,
  limits: readonly AttemptLimit[],
  attempt: () => Promise<T>,
): Promise<T> {
  let isRefused = false
  try {
    return await attempt()
  } catch (error) {
    isRefused = error instanceof AppError
    throw error
  } finally {
    if (isRefused) await forgetOldAttempts(pool)
    else
      await dropAttempts(
        pool,
        limits.map(({ key }) => key),
      )
  }
}

function leave(limits: readonly AttemptLimit[], underWay: UnderWay, ended: Promise<void>): void {
  for (const { key } of limits) {
    const attempts = underWay.get(key)
    attempts?.delete(ended)
    if (attempts?.size === 0) underWay.delete(key)
  }
}

/** Lets work begin only when the work before it has ended: whoever is counted is then under way for the next. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
}

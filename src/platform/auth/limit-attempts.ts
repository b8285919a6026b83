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
  const underWay = new Map<string, Set<Promise<void>>>()

  return async (limits, attempt) => {
    await reserve(pool, limits, underWay)
    const { promise: ended, resolve: end } = Promise.withResolvers<void>()
    for (const { key } of limits) underWay.set(key, (underWay.get(key) ?? new Set()).add(ended))
    try {
      return await settle(pool, limits, attempt)
    } finally {
      for (const { key } of limits) forget(underWay, key, ended)
      end()
    }
  }
}

type UnderWay = Map<string, Set<Promise<void>>>

async function reserve(pool: pg.Pool, limits: readonly AttemptLimit[], underWay: UnderWay): Promise<void> {
  for (;;) {
    // From before the count is looked at: one that ends meanwhile may have made room.
    const before = limits.flatMap(({ key }) => [...(underWay.get(key) ?? [])])
    const { counted, full } = await count(pool, limits)
    if (full === undefined) return
    const others = [...before, ...(underWay.get(full) ?? [])]
    if (counted.length > 0) await dropAttempts(pool, counted)
    if (others.length === 0) throw new AppError('tooManyAttempts', { params: await whenToRetry(pool, full) })
    await Promise.race(others)
  }
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

function forget(underWay: UnderWay, key: string, ended: Promise<void>): void {
  const others = underWay.get(key)
  others?.delete(ended)
  if (others?.size === 0) underWay.delete(key)
}

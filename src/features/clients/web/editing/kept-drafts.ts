import type { CellDraft } from './cell-drafts.ts'

const NATIONAL_NUMBER = 'identity.nationalNumber'
const keyOf = (userId: number): string => `fiduscope.unsaved.${userId}`

/**
 * Keeps what could not be saved in this tab of the browser, for this user, so that it outlives the page: whose session
 * has ended signs in and saves again. National numbers are never kept.
 */
export function keepDrafts(userId: number, drafts: readonly CellDraft[]): void {
  const kept = drafts.filter(({ place }) => place.column !== NATIONAL_NUMBER)
  try {
    if (kept.length === 0) sessionStorage.removeItem(keyOf(userId))
    else sessionStorage.setItem(keyOf(userId), JSON.stringify(kept))
  } catch {
    // Where a browser keeps nothing, drafts last as long as the page.
  }
}

export function keptDrafts(userId: number): CellDraft[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(userId)) ?? '[]') as CellDraft[]
  } catch {
    return []
  }
}

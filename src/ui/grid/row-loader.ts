import type { RowSource } from './row-datasource.ts'

/** Loads the rows of a list as they come into view. */
export interface RowLoader {
  /** Tells which rows are in sight, the last one included. */
  show(first: number, last: number): void
}

/** Rows above and below those in sight, loaded after them for whoever scrolls on. */
const AROUND = 75

/**
 * Loads the rows in sight first and then those around them, one window at a time: however fast someone scrolls, what
 * is shown last is asked for next. `onLoaded` is told which rows to paint.
 */
export function rowLoader<Row extends { id: number }>(
  source: () => RowSource<Row>,
  onLoaded: (ids: readonly number[]) => void,
  onFailure: (error: unknown) => void,
): RowLoader {
  let wanted: { first: number; last: number } | undefined
  let isLoading = false

  async function loadWhatIsWanted(): Promise<void> {
    while (wanted) {
      const { first, last } = wanted
      wanted = undefined
      await load(first, last)
      if (!wanted) await load(first - AROUND, last + AROUND)
    }
  }

  async function load(first: number, last: number): Promise<void> {
    const { ids, store } = source()
    const missing = store.missing(ids.slice(Math.max(first, 0), last + 1))
    if (missing.length === 0) return
    await store.fill(missing)
    onLoaded(missing)
  }

  return {
    show(first, last) {
      wanted = { first, last }
      if (isLoading) return
      isLoading = true
      loadWhatIsWanted()
        .catch(onFailure)
        .finally(() => {
          isLoading = false
        })
    },
  }
}

import type { RowSource } from './row-datasource.ts'

/** Loads the rows of a list as they come into view. */
export interface RowLoader {
  /** Tells which rows are in sight, the last one included. */
  show(first: number, last: number): void
  /** Resolves when those in sight are there, or could not be loaded. */
  inSight(): Promise<unknown>
}

/** Rows above and below those in sight, loaded a moment after them for whoever scrolls on. */
const AROUND = 75
/** Milliseconds in which the rows in sight are painted. */
const A_MOMENT = 100

/**
 * Loads the rows in sight, one window at a time: however fast someone scrolls, what is shown last is asked for next.
 * `onLoaded` is told which rows to paint.
 */
export function rowLoader<Row extends { id: number }>(
  source: () => RowSource<Row>,
  onLoaded: (ids: readonly number[]) => void,
  onFailure: (error: unknown) => void,
): RowLoader {
  let wanted: { first: number; last: number } | undefined
  let loading: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function loadWhatIsWanted(): Promise<void> {
    while (wanted) {
      const { first, last } = wanted
      wanted = undefined
      clearTimeout(timer)
      await load(first, last)
      timer = setTimeout(() => void load(first - AROUND, last + AROUND), A_MOMENT)
    }
  }

  async function load(first: number, last: number): Promise<void> {
    const { ids, store } = source()
    const missing = store.missing(ids.slice(Math.max(first, 0), last + 1))
    if (missing.length === 0) return
    try {
      await store.fill(missing)
      onLoaded(missing)
    } catch (error) {
      onFailure(error)
    }
  }

  return {
    inSight: async () => loading,
    show(first, last) {
      wanted = { first, last }
      loading ??= loadWhatIsWanted().finally(() => {
        loading = undefined
      })
    },
  }
}

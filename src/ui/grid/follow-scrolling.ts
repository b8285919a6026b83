import type { GridApi } from 'ag-grid-community'
import type { RowSlot } from './row-datasource.ts'
import type { RowLoader } from './row-loader.ts'

/** How long a jump waits for its rows, in milliseconds; after that their places are shown. */
const PATIENCE = 50

/**
 * Loads rows as soon as the list is scrolled. The grid itself hears of a jump into rows that it does not hold only when
 * they are there, or not there soon: otherwise it would paint each of them twice, first its place and then the row.
 */
export function followScrolling(
  container: HTMLElement,
  grid: GridApi<RowSlot>,
  loader: RowLoader,
  rowHeight: () => number,
): () => void {
  const held = new Set<EventTarget>()
  const onScroll = (event: Event) => {
    const { target, isTrusted } = event
    const scrollsRows = target instanceof HTMLElement && target.scrollHeight > target.clientHeight
    if (!scrollsRows || !isTrusted) return
    const { first, last } = rowsBetween(target.scrollTop, target.scrollTop + target.clientHeight, rowHeight())
    loader.show(first, last)
    if (holds(grid, first) && holds(grid, Math.min(last, grid.getDisplayedRowCount() - 1))) return
    event.stopPropagation()
    if (held.size === 0) void Promise.race([loader.inSight(), after(PATIENCE)]).then(release)
    held.add(target)
  }
  const release = () => {
    for (const target of held) target.dispatchEvent(new Event('scroll'))
    held.clear()
  }
  container.addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => container.removeEventListener('scroll', onScroll, { capture: true })
}

/** The first and the last row that stand, in part at least, between two heights in pixels. */
export const rowsBetween = (top: number, bottom: number, rowHeight: number) => ({
  first: Math.floor(top / rowHeight),
  last: Math.ceil(bottom / rowHeight),
})

/** Whether the grid knows which row stands there; asked for one that it does not know, it fetches its block. */
const holds = (grid: GridApi<RowSlot>, index: number): boolean =>
  grid.getDisplayedRowAtIndex(index)?.data !== undefined

const after = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

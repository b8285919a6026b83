import { type RefObject, useCallback, useState, useSyncExternalStore } from 'react'
import type { DataGridHandle } from '#ui/grid/data-grid-props.ts'
import { createStore } from '#ui/store.ts'
import { type CellDraft, CellDrafts } from './cell-drafts.ts'
import { keepDrafts, keptDrafts } from './kept-drafts.ts'

/** The drafts of this list; those that could not be saved before the page was left are there again. */
export function useCellDrafts(userId: number, grid: RefObject<DataGridHandle | null>) {
  const [{ drafts, unsaved }] = useState(() => {
    const unsaved = createStore<readonly CellDraft[]>(keptDrafts(userId))
    const drafts = new CellDrafts((all, row) => {
      unsaved.set(all.unsaved())
      keepDrafts(userId, all.unsaved())
      grid.current?.repaint([row])
    })
    for (const draft of unsaved.get()) drafts.set(draft)
    return { drafts, unsaved }
  })
  return { drafts, unsaved: useSyncExternalStore(useCallback(unsaved.subscribe, []), unsaved.get) }
}

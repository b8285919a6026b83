import { type RefObject, useEffect, useRef } from 'react'
import type { DataGridHandle } from '#ui/grid/data-grid-props.ts'

/** Gives the focus back to the cell that had it, once a dialog is gone and unless it has gone elsewhere. */
export function useFocusBack(grid: RefObject<DataGridHandle | null>, isOpen: boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) grid.current?.focusAgain()
    wasOpen.current = isOpen
  }, [grid, isOpen])
}

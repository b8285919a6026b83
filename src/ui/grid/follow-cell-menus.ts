/**
 * Hears of a right click on a cell, or a long press; keys are heard with the others of a cell. With Shift the browser
 * shows its own menu. Returns how to stop.
 */
export function followCellMenus(container: HTMLElement, open: (cell: HTMLElement) => void): () => void {
  const onContextMenu = (event: MouseEvent) => {
    const isByHand = event.button === 2 || (event as PointerEvent).pointerType === 'touch'
    const cell = event.target instanceof Element && event.target.closest<HTMLElement>('.ag-cell')
    if (!cell || !isByHand || event.shiftKey) return
    event.preventDefault()
    open(cell)
  }
  container.addEventListener('contextmenu', onContextMenu)
  return () => container.removeEventListener('contextmenu', onContextMenu)
}

import type { BlockOfCells } from './block-of-cells.ts'
import { CHECKBOX_COLUMN } from './checkbox-column.ts'

/** Marks a block of cells by dragging over them; returns how to stop. */
export function dragBlock(container: HTMLElement, block: BlockOfCells): () => void {
  let start: Element | undefined
  let hasMoved = false
  const listeners = new AbortController()
  const options = { signal: listeners.signal }
  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    const isPlain = event.button === 0 && !(event.shiftKey || event.ctrlKey || event.metaKey)
    start = isPlain && cell && columnOf(cell) !== CHECKBOX_COLUMN ? cell : undefined
    hasMoved = false
    if (start) block.clear()
  }
  const onMouseMove = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!start || event.buttons !== 1 || !cell || !container.contains(cell)) return
    if (cell === start && !hasMoved) return
    hasMoved = true
    const row = Number(cell.closest('.ag-row')?.getAttribute('row-index'))
    block.extendTo(row, columnOf(cell))
  }
  const onMouseUp = () => {
    start = undefined
  }
  // Whoever drags back to the first cell has not clicked on it.
  const onClick = (event: MouseEvent) => {
    if (hasMoved) event.stopPropagation()
    hasMoved = false
  }
  container.addEventListener('mousedown', onMouseDown, options)
  container.addEventListener('click', onClick, { ...options, capture: true })
  document.addEventListener('mousemove', onMouseMove, options)
  document.addEventListener('mouseup', onMouseUp, options)
  return () => listeners.abort()
}

const cellOf = (target: EventTarget | null): Element | undefined =>
  (target instanceof Element && target.closest('.ag-cell')) || undefined

const columnOf = (cell: Element): string => cell.getAttribute('col-id') ?? ''

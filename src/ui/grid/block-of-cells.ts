import type { GridApi } from 'ag-grid-community'
import { type CellBlock, cornersOf, extendBlock, isInBlock, isSeveralCells, type Spot } from './cell-block.ts'
import { CHECKBOX_COLUMN } from './checkbox-column.ts'
import classes from './grid.module.css'
import type { RowSlot } from './row-datasource.ts'

/** Columns and rows of a block, the rows by their places in the list. */
export interface BlockPlaces {
  firstRow: number
  lastRow: number
  columns: readonly string[]
}

/** The block of cells that is marked beside the cell with the focus: the grid of the Community edition has none. */
export class BlockOfCells {
  readonly #grid: () => GridApi<RowSlot> | undefined
  readonly #container: () => HTMLElement | null
  #block: CellBlock | undefined

  constructor(grid: () => GridApi<RowSlot> | undefined, container: () => HTMLElement | null) {
    this.#grid = grid
    this.#container = container
  }

  /** The cells that a command is about: the block, or the cell that has the focus. */
  places(): BlockPlaces | undefined {
    const block = this.#block ?? this.#focused()
    if (!block) return undefined
    const { first, last } = cornersOf(block)
    return {
      firstRow: first.row,
      lastRow: last.row,
      columns: this.columns().slice(first.column, last.column + 1),
    }
  }

  isSeveralCells(): boolean {
    return this.#block !== undefined && isSeveralCells(this.#block)
  }

  extendBy(by: Partial<Spot>): void {
    const grid = this.#grid()
    const block = this.#block ?? this.#focused()
    if (!grid || !block) return
    const limit = { row: grid.getDisplayedRowCount() - 1, column: this.columns().length - 1 }
    this.#show(extendBlock(block, by, limit))
  }

  extendTo(row: number, column: string): void {
    const block = this.#block ?? this.#focused()
    const spot = { row, column: this.columns().indexOf(column) }
    if (block && spot.column >= 0) this.#show({ anchor: block.anchor, head: spot })
  }

  /** Forgets the block, unless it starts at the cell that has the focus now. */
  followFocus(): void {
    const anchor = this.#focused()?.anchor
    const isSame = anchor?.row === this.#block?.anchor.row && anchor?.column === this.#block?.anchor.column
    if (!isSame) this.clear()
  }

  clear(): void {
    if (!this.#block) return
    this.#block = undefined
    this.paint()
  }

  /** Marks the cells in sight, for the eye and for assistive technology. */
  paint(): void {
    for (const cell of this.#container()?.querySelectorAll<HTMLElement>('.ag-cell') ?? []) {
      const row = Number(cell.closest('.ag-row')?.getAttribute('row-index'))
      const isIn = this.#marks(row, cell.getAttribute('col-id') ?? '')
      cell.classList.toggle(String(classes.inBlock), isIn)
      if (isIn) cell.ariaSelected = 'true'
      else cell.removeAttribute('aria-selected')
    }
  }

  /** Marks a cell that comes into sight. */
  paintCell(cell: HTMLElement, row: number | null, column: string): void {
    if (row === null || !this.#marks(row, column)) return
    cell.classList.add(String(classes.inBlock))
    cell.ariaSelected = 'true'
  }

  #marks(row: number, column: string): boolean {
    const spot = () => ({ row, column: this.columns().indexOf(column) })
    return this.isSeveralCells() && isInBlock(this.#block, spot())
  }

  #show(block: CellBlock): void {
    this.#block = block
    const grid = this.#grid()
    const column = this.columns()[block.head.column]
    grid?.ensureIndexVisible(block.head.row)
    if (column) grid?.ensureColumnVisible(column)
    this.paint()
  }

  #focused(): CellBlock | undefined {
    const cell = this.#grid()?.getFocusedCell()
    const spot = cell && { row: cell.rowIndex, column: this.columns().indexOf(cell.column.getColId()) }
    return spot && spot.column >= 0 ? { anchor: spot, head: spot } : undefined
  }

  /** The columns in sight or beside it, from left to right. */
  columns(): string[] {
    const columns = this.#grid()?.getAllDisplayedColumns() ?? []
    return columns.map(column => column.getColId()).filter(id => id !== CHECKBOX_COLUMN)
  }
}

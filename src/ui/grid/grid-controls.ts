import type { BlockOfCells } from './block-of-cells.ts'
import type { CellCommands, CellPlace } from './cell-commands.ts'

/** How a column takes part in the order of the rows; `position` counts from 1 when there are several. */
export interface ColumnSort {
  desc: boolean
  position: number | undefined
}

/** The words that the grid needs, in the user's language. */
export interface GridTexts {
  selectionColumn: string
  selectRow: (id: number) => string
  fold: (group: string) => string
  unfold: (group: string) => string
  filter: (column: string) => string
  filterOn: (column: string) => string
}

/** What headers, cells and keys ask of the list around them, and tell it. */
export interface GridControls {
  texts: GridTexts
  isSelected: (id: number) => boolean
  /** By its place in the list, counted from 0. */
  isRowSelected: (index: number) => boolean
  sortOf: (column: string) => ColumnSort | undefined
  isFiltered: (column: string) => boolean
  /** Sorts by a column; `add` keeps the columns sorted by before. */
  sort: (column: string, add: boolean) => void
  openMenu: (column: string, anchor: HTMLElement) => void
  toggleGroup: (group: string) => void
  toggleRow: (id: number) => void
  selectTo: (id: number) => void
  toggleAll: () => void
  /** Copies the block, else the selected rows or, when there are none, a cell. */
  copy: (cell: CellPlace) => void
  block: BlockOfCells
  edit: CellCommands['edit']
  openCellMenu: CellCommands['openMenu']
  /** These are about the block, or the cell that has the focus. */
  paste: (text: string) => void
  clear: () => void
  fillDown: () => void
  /** Rows painted before all their values were there. */
  awaited: Set<number>
  /** Headers repaint when the order or the filter changes. */
  headers: Set<{ paint: () => void }>
}

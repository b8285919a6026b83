import type { BlockPlaces } from './block-of-cells.ts'

/** A cell by the id of its row and of its column. */
export interface CellPlace {
  row: number
  column: string
}

/** The cells that a command is about, and all rows and columns after the first of them, into which a paste may reach. */
export interface CellRange {
  /** Ids of rows, from the top. */
  rows: readonly number[]
  columns: readonly string[]
  rowsFrom: readonly number[]
  columnsFrom: readonly string[]
}

/** What the list around the grid does with cells when it is asked to. */
export interface CellCommands {
  /** Opens the editor of a cell; `typed` is the character that opened it, which takes the place of the value. */
  edit: (cell: CellPlace, typed?: string) => void
  /** Opens the menu of a cell beside its element. */
  openMenu: (cell: CellPlace, element: HTMLElement) => void
  /** Copies a block of cells. */
  copyBlock: (range: CellRange) => void
  paste: (text: string, range: CellRange) => void
  clear: (range: CellRange) => void
  /** Gives a block the values of its first row. */
  fillDown: (range: CellRange) => void
  /** What is to be said of a cell on hover and focus, besides what its content says. */
  hintOf: (cell: CellPlace) => string | undefined
}

export function rangeOf(
  { firstRow, lastRow, columns }: BlockPlaces,
  ids: readonly number[],
  allColumns: readonly string[],
): CellRange {
  const [first = ''] = columns
  return {
    rows: ids.slice(firstRow, lastRow + 1),
    columns,
    rowsFrom: ids.slice(firstRow),
    columnsFrom: allColumns.slice(allColumns.indexOf(first)),
  }
}

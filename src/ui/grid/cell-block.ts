/** A cell by its place: row and column counted from 0, the column of checkboxes left out. */
export interface Spot {
  row: number
  column: number
}

/** A block of cells, from the one that has the focus to the one that it was extended to. */
export interface CellBlock {
  anchor: Spot
  head: Spot
}

/** The first and the last place of a block, both in. */
export function cornersOf({ anchor, head }: CellBlock): { first: Spot; last: Spot } {
  return {
    first: { row: Math.min(anchor.row, head.row), column: Math.min(anchor.column, head.column) },
    last: { row: Math.max(anchor.row, head.row), column: Math.max(anchor.column, head.column) },
  }
}

export function isInBlock(block: CellBlock | undefined, { row, column }: Spot): boolean {
  if (!block) return false
  const { first, last } = cornersOf(block)
  return first.row <= row && row <= last.row && first.column <= column && column <= last.column
}

/** The block with its head moved, as far as there are cells; `Infinity` goes to the edge. */
export function extendBlock(block: CellBlock, by: Partial<Spot>, limit: Spot): CellBlock {
  const within = (place: number, most: number) => Math.max(0, Math.min(place, most))
  return {
    anchor: block.anchor,
    head: {
      row: within(block.head.row + (by.row ?? 0), limit.row),
      column: within(block.head.column + (by.column ?? 0), limit.column),
    },
  }
}

export const isSeveralCells = ({ anchor, head }: CellBlock): boolean =>
  anchor.row !== head.row || anchor.column !== head.column

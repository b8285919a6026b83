import type { ChangeSetRequest } from '#features/change-sets/change-sets-api.ts'
import type { CellRange } from '#ui/grid/cell-commands.ts'

/** As many cells as the server takes at once. */
export const MOST_PASTED = 100_000

/** Which cell gets which text, and what of the paste has no place in the list. */
export interface Paste {
  cells: NonNullable<ChangeSetRequest['cells']>
  /** Columns in its way that cannot be edited. */
  skippedColumns: readonly string[]
  /** Rows and columns of the clipboard beyond the end of the list. */
  cutRows: number
  cutColumns: number
}

/**
 * Lays copied cells over the list from the first cell of a range on, as Excel does: a block of which the range is a
 * multiple, such as one cell, fills it; any other reaches as far as it is large.
 */
export function layOut(
  copied: readonly (readonly string[])[],
  range: CellRange,
  isEditable: (column: string) => boolean,
): Paste {
  const height = copied.length
  const width = Math.max(...copied.map(row => row.length))
  const rows = repeats(range.rows.length, height) ? range.rows : range.rowsFrom.slice(0, height)
  const columns = repeats(range.columns.length, width) ? range.columns : range.columnsFrom.slice(0, width)
  const skippedColumns = columns.filter(column => !isEditable(column))
  const cells = rows.flatMap((client, row) =>
    columns.flatMap((field, column) => {
      const text = copied[row % height]?.[column % width]
      return text === undefined || skippedColumns.includes(field) ? [] : [{ client, field, text }]
    }),
  )
  return {
    cells,
    skippedColumns,
    cutRows: Math.max(0, height - range.rowsFrom.length),
    cutColumns: Math.max(0, width - range.columnsFrom.length),
  }
}

const repeats = (size: number, part: number): boolean => size > part && size % part === 0

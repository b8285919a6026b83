import type { GridApi } from 'ag-grid-community'
import type { RefObject } from 'react'
import type { CellPlace } from './cell-commands.ts'
import { CHECKBOX_COLUMN } from './checkbox-column.ts'
import type { DataGridHandle, Direction } from './data-grid-props.ts'
import type { RowSlot } from './row-datasource.ts'

/** What can be done with single cells from outside the grid. */
export function cellHandle(
  grid: () => GridApi<RowSlot> | undefined,
  container: RefObject<HTMLElement | null>,
  ids: () => readonly number[],
): Pick<DataGridHandle, 'focus' | 'focusAgain' | 'cellElement' | 'focusCell'> {
  return {
    focus: () => {
      const column = grid()?.getAllDisplayedColumns()[1]
      if (column) grid()?.setFocusedCell(0, column)
    },
    focusAgain: () => {
      const cell = grid()?.getFocusedCell()
      if (cell) grid()?.setFocusedCell(cell.rowIndex, cell.column)
    },
    cellElement: ({ row, column }) => {
      const place = `[row-index="${ids().indexOf(row)}"] .ag-cell[col-id="${CSS.escape(column)}"]`
      return container.current?.querySelector<HTMLElement>(place) ?? undefined
    },
    focusCell: (cell, beside) => {
      const api = grid()
      const columns = api?.getAllDisplayedColumns().map(column => column.getColId()) ?? []
      const place = placeBeside(
        cell,
        beside,
        ids(),
        columns.filter(id => id !== CHECKBOX_COLUMN),
      )
      if (!api || !place) return
      api.ensureIndexVisible(place.row)
      api.ensureColumnVisible(place.column)
      api.setFocusedCell(place.row, place.column)
    },
  }
}

/** The place of a cell or of its neighbour; at the end of a row the next one begins, at the edge it stays. */
function placeBeside(
  cell: CellPlace,
  beside: Direction | undefined,
  ids: readonly number[],
  columns: readonly string[],
): { row: number; column: string } | undefined {
  const row = ids.indexOf(cell.row)
  const column = columns.indexOf(cell.column)
  if (row < 0 || column < 0) return undefined
  const along = { up: -columns.length, down: columns.length, left: -1, right: 1 }
  const place = row * columns.length + column + (beside ? along[beside] : 0)
  const isThere = place >= 0 && place < ids.length * columns.length
  const found = isThere ? place : row * columns.length + column
  const name = columns[found % columns.length]
  return name === undefined ? undefined : { row: Math.floor(found / columns.length), column: name }
}

import type { Column, GridOptions } from 'ag-grid-community'
import type { RefObject } from 'react'
import { CHECKBOX_COLUMN } from './checkbox-column.ts'
import type { DataGridProps } from './data-grid-props.ts'
import { type ColumnContext, EDIT_BUTTON } from './grid-columns.ts'
import type { GridControls } from './grid-controls.ts'
import { handleCellKey, handleHeaderKey } from './grid-keyboard.ts'
import { registerGridModules } from './grid-modules.ts'
import { gridTheme } from './grid-theme.ts'
import { paintRow, paintSelection } from './paint-selection.ts'
import { type RowSlot, rowDatasource } from './row-datasource.ts'

const ROWS_PER_BLOCK = 100

registerGridModules()

/** How the grid is set up, once; what changes later reaches it through `latest` and its controls. */
export function gridOptions<Row extends { id: number }>(
  latest: RefObject<DataGridProps<Row>>,
  controls: GridControls,
  container: HTMLElement,
): GridOptions<RowSlot> {
  return {
    theme: gridTheme,
    context: controls,
    rowModelType: 'infinite',
    datasource: rowDatasource(() => latest.current),
    // The first rows come with their number; more places now would be painted twice.
    infiniteInitialRowCount: 1,
    // Painted beyond those in sight; each is painted with every filter and jump.
    rowBuffer: 1,
    // Painted at once: frame by frame, rows come into view later.
    suppressAnimationFrame: true,
    cacheBlockSize: ROWS_PER_BLOCK,
    // Every block kept here is filled again with each new list.
    maxBlocksInCache: 2,
    maxConcurrentDatasourceRequests: 4,
    rowHeight: latest.current.rowHeight,
    ensureDomOrder: true,
    animateRows: false,
    suppressNoRowsOverlay: true,
    suppressMovableColumns: true,
    suppressContextMenu: true,
    suppressScrollOnNewData: true,
    defaultColDef: {
      sortable: false,
      suppressKeyboardEvent: handleCellKey,
      suppressHeaderKeyboardEvent: handleHeaderKey,
    },
    defaultColGroupDef: { suppressHeaderKeyboardEvent: handleHeaderKey },
    processRowPostCreate: ({ eRow, rowIndex }) => paintRow(eRow, rowIndex, controls.isRowSelected),
    onModelUpdated: () => paintSelection(container, controls.isRowSelected),
    onCellClicked: ({ event, data, column }) => {
      if (data && event instanceof MouseEvent) clickCell(event, data.id, column, controls)
    },
    onCellFocused: ({ api, rowIndex }) => {
      controls.block.followFocus()
      const id = rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex)?.data?.id
      if (id !== undefined) latest.current.onCurrentRow(id)
    },
    onColumnResized: ({ finished, column, source }) => {
      const byUser = source === 'uiColumnResized' || source === 'autosizeColumns'
      if (finished && column && byUser) {
        latest.current.onResize(column.getColId(), column.getActualWidth())
      }
    },
  }
}

/**
 * A plain click selects by the checkbox alone, and edits elsewhere; Ctrl or ⌘ and Shift select wherever the row is
 * clicked, and never edit.
 */
function clickCell(event: MouseEvent, row: number, column: Column, controls: GridControls): void {
  const columnId = column.getColId()
  const { editsOnClick } = column.getColDef().context as ColumnContext
  const onButton = event.target instanceof Element && event.target.closest(`[${EDIT_BUTTON}]`)
  if (event.shiftKey) controls.selectTo(row)
  else if (columnId === CHECKBOX_COLUMN || event.ctrlKey || event.metaKey) controls.toggleRow(row)
  else if (onButton || editsOnClick) controls.edit({ row, column: columnId })
}

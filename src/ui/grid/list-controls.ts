import type { RefObject } from 'react'
import type { BlockOfCells } from './block-of-cells.ts'
import { type CellRange, rangeOf } from './cell-commands.ts'
import type { DataGridProps } from './data-grid-props.ts'
import type { GridControls } from './grid-controls.ts'
import { type RowSelection, selectRange, toggleAll, toggleRow } from './row-selection.ts'

/** What headers, cells and keys ask of the list, answered by the list as it was painted last. */
export function controlsOf<Row extends { id: number }>(
  latest: RefObject<DataGridProps<Row>>,
  block: BlockOfCells,
): GridControls {
  const withRange = (command: (range: CellRange) => void) => {
    const range = rangeIn(block, latest.current)
    if (range) command(range)
  }
  const select = (change: (selection: RowSelection) => RowSelection) =>
    latest.current.onSelect(change(latest.current.selection))
  return {
    get texts() {
      return latest.current.texts
    },
    headers: new Set(),
    awaited: new Set(),
    isSelected: id => latest.current.selection.ids.has(id),
    isRowSelected: index => latest.current.selection.ids.has(latest.current.ids[index] ?? Number.NaN),
    sortOf: column => latest.current.sort.get(column),
    isFiltered: column => latest.current.filtered.has(column),
    sort: (column, add) => latest.current.onSort(column, add),
    openMenu: (column, anchor) => latest.current.onOpenMenu(column, anchor),
    toggleGroup: group => latest.current.onToggleGroup(group),
    toggleRow: id => select(selection => toggleRow(selection, id)),
    selectTo: id => select(selection => selectRange(selection, latest.current.ids, id)),
    toggleAll: () => select(selection => toggleAll(selection, latest.current.ids)),
    copy: cell =>
      block.isSeveralCells() ? withRange(latest.current.cells.copyBlock) : latest.current.onCopy(cell),
    block,
    edit: (cell, typed) => latest.current.cells.edit(cell, typed),
    openCellMenu: (cell, element) => latest.current.cells.openMenu(cell, element),
    paste: text => withRange(range => latest.current.cells.paste(text, range)),
    clear: () => withRange(latest.current.cells.clear),
    fillDown: () => withRange(latest.current.cells.fillDown),
  }
}

function rangeIn(block: BlockOfCells, { ids }: { ids: readonly number[] }): CellRange | undefined {
  const places = block.places()
  return places && rangeOf(places, ids, block.columns())
}

import type { Ref } from 'react'
import type { CellCommands, CellPlace } from './cell-commands.ts'
import type { GridGroup } from './grid-columns.ts'
import type { ColumnSort, GridTexts } from './grid-controls.ts'
import type { RowSource } from './row-datasource.ts'
import type { RowSelection } from './row-selection.ts'

export interface DataGridProps<Row extends { id: number }> extends RowSource<Row> {
  label: string
  texts: GridTexts
  groups: readonly GridGroup<Row>[]
  rowHeight: number
  /** Another list starts at its top; the same one, asked again, stays where it was scrolled to. */
  listKey: string
  sort: ReadonlyMap<string, ColumnSort>
  filtered: ReadonlySet<string>
  selection: RowSelection
  onSelect: (selection: RowSelection) => void
  onSort: (column: string, add: boolean) => void
  onOpenMenu: (column: string, anchor: HTMLElement) => void
  onToggleGroup: (group: string) => void
  onResize: (column: string, width: number) => void
  onCopy: (cell: CellPlace) => void
  cells: CellCommands
  /** The row that has the focus. */
  onCurrentRow: (id: number) => void
  onRowsLoaded?: (ids: readonly number[]) => void
  onFailure: (error: unknown) => void
  ref?: Ref<DataGridHandle> | undefined
}

export interface DataGridHandle {
  /** Puts the focus on the first cell. */
  focus: () => void
  /** Gives the focus back to the cell that had it last. */
  focusAgain: () => void
  /** Asks again for the rows in sight. */
  refresh: () => void
  /** Paints rows again whose content depends on more than their values. */
  repaint: (ids: readonly number[]) => void
  /** The element of a cell; undefined where it is scrolled out of sight. */
  cellElement: (cell: CellPlace) => HTMLElement | undefined
  /** Puts the focus on a cell, or on the one beside it if there is one. */
  focusCell: (cell: CellPlace, beside?: Direction) => void
}

export type Direction = 'up' | 'down' | 'left' | 'right'

import type { Ref } from 'react'
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
  onCopy: (cell: { row: number; column: string }) => void
  /** The row that has the focus. */
  onCurrentRow: (id: number) => void
  onFailure: (error: unknown) => void
  ref?: Ref<DataGridHandle> | undefined
}

export interface DataGridHandle {
  /** Puts the focus on the first cell. */
  focus: () => void
  /** Asks again for the rows in sight. */
  refresh: () => void
}

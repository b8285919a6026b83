import type { ColDef, ColGroupDef, ICellRendererParams } from 'ag-grid-community'
import { CHECKBOX_COLUMN } from './checkbox-column.ts'
import { ColumnHeader } from './column-header.ts'
import { element } from './dom.ts'
import classes from './grid.module.css'
import type { GridControls } from './grid-controls.ts'
import { GroupHeader, type HeadingParams } from './group-header.ts'
import type { RowSlot } from './row-datasource.ts'
import type { RowStore } from './row-store.ts'

export interface GridColumn<Row> {
  id: string
  label: string
  width: number
  pinned?: boolean
  alignEnd?: boolean
  sortable: boolean
  /** Absent where no cell of it can ever be edited. */
  editable?: boolean
  /** Whether a click on a cell edits it; else its button does, which carries the attribute `EDIT_BUTTON`. */
  editsOnClick?: boolean
  /** What a cell shows of a row. */
  cell: (row: Row) => Node | string
}

/** Columns that stand together under one heading, and fold to the first of them. */
export interface GridGroup<Row> {
  id: string
  label: string
  folded: boolean
  /** How many columns it has when unfolded. */
  size: number
  columns: readonly GridColumn<Row>[]
}

/** The attribute of a button in a cell that edits it. */
export const EDIT_BUTTON = 'data-edit'

/** The columns as the grid takes them: the checkboxes first, then every group; pinned columns stand apart. */
export function columnDefinitions<Row extends { id: number }>(
  groups: readonly GridGroup<Row>[],
  controls: GridControls,
  store: () => RowStore<Row>,
): (ColDef<RowSlot> | ColGroupDef<RowSlot>)[] {
  return [checkboxColumn(controls), ...groups.flatMap(group => partsOf(group, store))]
}

/** A group with pinned columns is cut where they end; its heading and its fold button stay with the pinned part. */
function partsOf<Row extends { id: number }>(
  group: GridGroup<Row>,
  store: () => RowStore<Row>,
): ColGroupDef<RowSlot>[] {
  const pinned = group.columns.filter(column => column.pinned)
  const free = group.columns.filter(column => !column.pinned)
  const parts = [
    { columns: pinned, continued: false },
    { columns: free, continued: pinned.length > 0 },
  ]
  return parts
    .filter(part => part.columns.length > 0)
    .map(({ columns, continued }) => ({
      groupId: continued ? `${group.id}…` : group.id,
      headerName: group.label,
      headerGroupComponent: GroupHeader,
      headerGroupComponentParams: {
        group: group.id,
        folded: group.folded,
        size: group.size,
        continued,
      } satisfies HeadingParams,
      headerClass: continued ? String(classes.continued) : String(classes.group),
      children: columns.map(column => columnDefinition(column, store)),
    }))
}

const columnDefinition = <Row extends { id: number }>(
  column: GridColumn<Row>,
  store: () => RowStore<Row>,
): ColDef<RowSlot> => ({
  colId: column.id,
  headerName: column.label,
  width: column.width,
  pinned: column.pinned ? 'left' : null,
  headerComponent: ColumnHeader,
  headerComponentParams: { sortable: column.sortable },
  cellClass: column.alignEnd ? String(classes.alignEnd) : '',
  context: { editsOnClick: column.editsOnClick ?? false } satisfies ColumnContext,
  cellRenderer: (params: ICellRendererParams<RowSlot, unknown, GridControls>) => {
    const { data, context, eGridCell, node } = params
    if (!column.editable) eGridCell.ariaReadOnly = 'true'
    context.block.paintCell(eGridCell, node.rowIndex, column.id)
    const row = data && store().get(data.id)
    if (data && store().isMissing(data.id)) context.awaited.add(data.id)
    if (row) return column.cell(row)
    return data && store().isGone(data.id) ? '' : element('span', { class: classes.skeleton })
  },
})

export interface ColumnContext {
  editsOnClick: boolean
}

const checkboxColumn = (controls: GridControls): ColDef<RowSlot> => ({
  colId: CHECKBOX_COLUMN,
  headerName: controls.texts.selectionColumn,
  context: { editsOnClick: false } satisfies ColumnContext,
  width: 40,
  pinned: 'left',
  resizable: false,
  headerComponent: ColumnHeader,
  headerComponentParams: { sortable: false, hidden: true },
  cellClass: String(classes.checkboxCell),
  cellRenderer: ({ data }: ICellRendererParams<RowSlot>) =>
    data ? checkbox(controls.texts.selectRow(data.id), controls.isSelected(data.id)) : '',
})

const checkbox = (label: string, checked: boolean): HTMLElement =>
  element('span', {
    class: classes.checkbox,
    role: 'checkbox',
    'aria-label': label,
    'aria-checked': String(checked),
  })

import type {
  Column,
  GridApi,
  SuppressHeaderKeyboardEventParams,
  SuppressKeyboardEventParams,
} from 'ag-grid-community'
import type { GridControls } from './grid-controls.ts'
import type { HeadingParams } from './group-header.ts'
import type { RowSlot } from './row-datasource.ts'

type CellKey = SuppressKeyboardEventParams<RowSlot, unknown, GridControls>
type HeaderKey = SuppressHeaderKeyboardEventParams<RowSlot, GridControls>

/**
 * The keys of a cell that the grid would take otherwise or not at all; true when one was handled. Home and End move
 * within the row and, with Ctrl, over the whole list, as the WAI-ARIA grid pattern and Excel have it.
 */
export function handleCellKey(params: CellKey): boolean {
  const { event, api, context, column, data } = params
  const withCtrl = event.ctrlKey || event.metaKey
  const row = params.node.rowIndex ?? 0
  // The browser pastes, where it sees no one keeping it from that.
  if (withCtrl && event.key.toLowerCase() === 'v') return true
  if (event.shiftKey && extendsBlock(params)) return handle(event, () => undefined)
  if (isTyped(event) && event.key !== '/' && event.key !== ' ') {
    return data
      ? handle(event, () => context.edit({ row: data.id, column: column.getColId() }, event.key))
      : true
  }
  const cell = data && { row: data.id, column: column.getColId() }
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('.ag-cell') : null
  if (isMenuKey(event) && cell && element) return handle(event, () => context.openCellMenu(cell, element))
  const action = {
    PageDown: () => focusRow(api, row + rowsPerPage(params), column),
    PageUp: () => focusRow(api, row - rowsPerPage(params), column),
    Home: () => focusCell(api, withCtrl ? 0 : row, 'first'),
    End: () => focusCell(api, withCtrl ? api.getDisplayedRowCount() - 1 : row, 'last'),
    ' ': () => data && (event.shiftKey ? context.selectTo(data.id) : context.toggleRow(data.id)),
    Escape: () => context.block.clear(),
    ...(!withCtrl && {
      Enter: () => cell && context.edit(cell),
      F2: () => cell && context.edit(cell),
      Backspace: () => cell && context.edit(cell, ''),
      Delete: () => context.clear(),
    }),
    ...(withCtrl && {
      a: () => context.toggleAll(),
      c: () => cell && context.copy(cell),
      d: () => context.fillDown(),
    }),
  }[event.key]
  return handle(event, action)
}

/** Moves the far corner of the block; with Ctrl as well, to the edge of the list. */
function extendsBlock({ event, context, ...params }: CellKey): boolean {
  const far = event.ctrlKey || event.metaKey ? Number.POSITIVE_INFINITY : 1
  const page = rowsPerPage(params)
  const by = {
    ArrowUp: { row: -far },
    ArrowDown: { row: far },
    ArrowLeft: { column: -far },
    ArrowRight: { column: far },
    PageUp: { row: -page },
    PageDown: { row: page },
    Home: { column: Number.NEGATIVE_INFINITY },
    End: { column: Number.POSITIVE_INFINITY },
  }[event.key]
  if (by) context.block.extendBy(by)
  return by !== undefined
}

/** A key that puts a character; AltGr comes as Ctrl and Alt. */
const isTyped = (event: KeyboardEvent): boolean =>
  event.key.length === 1 &&
  (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey))

/** The keys of a column's or a group's header; true when one was handled. */
export function handleHeaderKey(params: HeaderKey): boolean {
  const { event, context, column } = params
  const header = event.target instanceof Element ? event.target.closest<HTMLElement>('.ag-header-cell') : null
  if (!('getColId' in column)) {
    // A group that is cut in two has two headings, of which only the first folds.
    const heading = column.getColGroupDef()?.headerGroupComponentParams as HeadingParams | undefined
    if (!heading || heading.continued || heading.size < 2) return false
    const toggle = () => context.toggleGroup(heading.group)
    return handle(event, event.key === 'Enter' || event.key === ' ' ? toggle : undefined)
  }
  if (!header) return false
  const id = column.getColId()
  if (opensMenu(event)) return handle(event, () => context.openMenu(id, header))
  const sorts = event.key === 'Enter' || event.key === ' '
  return handle(event, sorts ? () => context.sort(id, event.shiftKey) : undefined)
}

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey)

/** Alt+↓ opens it in Excel, Shift+F10 and the menu key everywhere. */
const opensMenu = (event: KeyboardEvent): boolean =>
  isMenuKey(event) ||
  (event.key === 'ArrowDown' && event.altKey) ||
  (event.key === 'Enter' && (event.ctrlKey || event.metaKey))

function handle(event: KeyboardEvent, action: (() => void) | undefined): boolean {
  if (!action) return false
  event.preventDefault()
  action()
  return true
}

/** The grid itself would take one press in a tenth of a second, and lose the others of a key that is held down. */
function focusRow(api: GridApi<RowSlot>, wanted: number, column: Column): void {
  const row = Math.max(0, Math.min(wanted, api.getDisplayedRowCount() - 1))
  api.ensureIndexVisible(row)
  api.setFocusedCell(row, column)
}

function rowsPerPage({ api, node }: Pick<CellKey, 'api' | 'node'>): number {
  const { top, bottom } = api.getVerticalPixelRange()
  return Math.max(1, Math.floor((bottom - top) / (node.rowHeight ?? 1)))
}

function focusCell(api: GridApi<RowSlot>, row: number, end: 'first' | 'last'): void {
  const columns = api.getAllDisplayedColumns()
  const column = end === 'first' ? columns[0] : columns.at(-1)
  if (!column || row < 0) return
  api.ensureIndexVisible(row)
  api.ensureColumnVisible(column)
  api.setFocusedCell(row, column)
}

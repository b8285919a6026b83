import { createGrid, type GridApi } from 'ag-grid-community'
import {
  type CSSProperties,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { followHints } from './cell-hint.ts'
import type { DataGridProps } from './data-grid-props.ts'
import { followScrolling, rowsBetween } from './follow-scrolling.ts'
import classes from './grid.module.css'
import { columnDefinitions } from './grid-columns.ts'
import type { GridControls } from './grid-controls.ts'
import { gridOptions } from './grid-options.ts'
import { paintSelection } from './paint-selection.ts'
import type { RowSlot } from './row-datasource.ts'
import { type RowLoader, rowLoader } from './row-loader.ts'
import { type RowSelection, selectRange, toggleAll, toggleRow } from './row-selection.ts'
import { useLatest } from './use-latest.ts'

/**
 * A list of rows of which only the ids are all known: rows are loaded as they come into view, any number may be
 * selected, and every key of the WAI-ARIA grid pattern works.
 */
export function DataGrid<Row extends { id: number }>(props: DataGridProps<Row>) {
  const { groups, texts, ids, listKey, sort, filtered, selection, rowHeight, label } = props
  const container = useRef<HTMLDivElement>(null)
  const grid = useRef<GridApi<RowSlot>>(undefined)
  const latest = useLatest(props)
  const [controls] = useState(() => controlsOf(latest))
  const [loader] = useState(() =>
    rowLoader(
      () => latest.current,
      ids => paintRows(grid.current, controls.awaited, ids),
      error => latest.current.onFailure(error),
    ),
  )
  const loadRowsInSight = () =>
    loadRowsBetween(loader, grid.current?.getVerticalPixelRange(), latest.current.rowHeight)

  useLayoutEffect(() => {
    if (!container.current) return
    const made = createGrid(container.current, gridOptions(latest, controls, container.current))
    grid.current = made
    const stopHints = followHints(container.current)
    const stopScrolling = followScrolling(container.current, made, loader, () => latest.current.rowHeight)
    return () => {
      stopHints()
      stopScrolling()
      made.destroy()
      grid.current = undefined
    }
  }, [latest, controls, loader])

  useLayoutEffect(() => nameGrid(container.current, label), [label])
  useLayoutEffect(() => grid.current?.setGridOption('rowHeight', rowHeight), [rowHeight])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts reach the columns through the controls
  useLayoutEffect(() => {
    grid.current?.setGridOption(
      'columnDefs',
      columnDefinitions(groups, controls, () => latest.current.store),
    )
    grid.current?.refreshCells({ force: true })
    loadRowsInSight()
  }, [groups, texts, controls])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what makes it start at its top
  useLayoutEffect(() => {
    const isScrolled = grid.current && grid.current.getFirstDisplayedRowIndex() > 0
    if (isScrolled) grid.current?.ensureIndexVisible(0, 'top')
  }, [listKey])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grid asks for the new ids through `latest`
  useLayoutEffect(() => {
    grid.current?.refreshInfiniteCache()
    loadRowsInSight()
  }, [ids])
  // biome-ignore lint/correctness/useExhaustiveDependencies: headers read both through the controls
  useLayoutEffect(() => {
    for (const header of controls.headers) header.paint()
  }, [sort, filtered, controls])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows read it through the controls
  useLayoutEffect(() => paintSelection(container.current, controls.isRowSelected), [selection, controls])

  useImperativeHandle(props.ref, () => ({
    focus: () => focusFirstCell(grid.current),
    refresh: () => {
      awaitMissingRows(grid.current, controls.awaited, id => latest.current.store.isMissing(id))
      loadRowsInSight()
    },
  }))
  return (
    <div
      ref={container}
      className={classes.grid}
      style={{ '--grid-row-height': `${rowHeight}px` } as CSSProperties}
    />
  )
}

function controlsOf<Row extends { id: number }>(latest: RefObject<DataGridProps<Row>>): GridControls {
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
    copy: cell => latest.current.onCopy(cell),
  }
}

function loadRowsBetween(
  loader: RowLoader,
  range: { top: number; bottom: number } | undefined,
  rowHeight: number,
): void {
  if (!range) return
  const { first, last } = rowsBetween(range.top, range.bottom, rowHeight)
  loader.show(first, last)
}

/** Has rows that were painted whole, and have changed since, painted once more when they are there. */
function awaitMissingRows(
  grid: GridApi<RowSlot> | undefined,
  awaited: Set<number>,
  isMissing: (id: number) => boolean,
): void {
  for (const { data } of grid?.getRenderedNodes() ?? []) {
    if (data && isMissing(data.id)) awaited.add(data.id)
  }
}

function paintRows(grid: GridApi<RowSlot> | undefined, awaited: Set<number>, ids: readonly number[]): void {
  const arrived = new Set(ids.filter(id => awaited.delete(id)))
  const rowNodes = grid?.getRenderedNodes().filter(({ data }) => data && arrived.has(data.id)) ?? []
  if (rowNodes.length > 0) grid?.refreshCells({ rowNodes, force: true, suppressFlash: true })
}

function nameGrid(container: HTMLElement | null, label: string): void {
  const grid = container?.querySelector('[role="grid"]')
  grid?.setAttribute('aria-label', label)
  grid?.setAttribute('aria-multiselectable', 'true')
}

function focusFirstCell(grid: GridApi<RowSlot> | undefined): void {
  const column = grid?.getAllDisplayedColumns()[1]
  if (grid && column) grid.setFocusedCell(0, column)
}

import { createGrid, type GridApi } from 'ag-grid-community'
import { type CSSProperties, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { BlockOfCells } from './block-of-cells.ts'
import type { CellPlace } from './cell-commands.ts'
import { cellHandle } from './cell-handle.ts'
import { followHints } from './cell-hint.ts'
import type { DataGridProps } from './data-grid-props.ts'
import { dragBlock } from './drag-block.ts'
import { followCellMenus } from './follow-cell-menus.ts'
import { followPastes } from './follow-pastes.ts'
import { followScrolling, rowsBetween } from './follow-scrolling.ts'
import classes from './grid.module.css'
import { columnDefinitions } from './grid-columns.ts'
import { gridOptions } from './grid-options.ts'
import { controlsOf } from './list-controls.ts'
import { paintSelection } from './paint-selection.ts'
import type { RowSlot } from './row-datasource.ts'
import { type RowLoader, rowLoader } from './row-loader.ts'
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
  const [controls] = useState(() =>
    controlsOf(
      latest,
      new BlockOfCells(
        () => grid.current,
        () => container.current,
      ),
    ),
  )
  const [loader] = useState(() =>
    rowLoader(
      () => latest.current,
      ids => {
        paintRows(grid.current, controls.awaited, ids)
        latest.current.onRowsLoaded?.(ids)
      },
      error => latest.current.onFailure(error),
    ),
  )
  const loadRowsInSight = () =>
    loadRowsBetween(loader, grid.current?.getVerticalPixelRange(), latest.current.rowHeight)

  useLayoutEffect(() => {
    if (!container.current) return
    const made = createGrid(container.current, gridOptions(latest, controls, container.current))
    grid.current = made
    const stopHints = followHints(container.current, cell => hintOf(cell, latest.current))
    const stopDragging = dragBlock(container.current, controls.block)
    const stopMenus = followCellMenus(container.current, element => {
      const cell = placeOf(element, latest.current.ids)
      if (!cell) return
      made.setFocusedCell(Number(element.closest('.ag-row')?.getAttribute('row-index')), cell.column)
      controls.openCellMenu(cell, element)
    })
    const stopPasting = followPastes(container.current, controls.paste)
    const stopScrolling = followScrolling(container.current, made, loader, () => latest.current.rowHeight)
    return () => {
      stopHints()
      stopDragging()
      stopMenus()
      stopPasting()
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
    controls.block.clear()
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
    controls.block.clear()
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
    ...cellHandle(
      () => grid.current,
      container,
      () => latest.current.ids,
    ),
    refresh: () => {
      awaitMissingRows(grid.current, controls.awaited, id => latest.current.store.isMissing(id))
      loadRowsInSight()
    },
    repaint: ids => repaintRows(grid.current, new Set(ids)),
  }))
  return (
    <div
      ref={container}
      className={classes.grid}
      style={{ '--grid-row-height': `${rowHeight}px` } as CSSProperties}
    />
  )
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
  repaintRows(grid, arrived)
}

function repaintRows(grid: GridApi<RowSlot> | undefined, ids: ReadonlySet<number>): void {
  const rowNodes = grid?.getRenderedNodes().filter(({ data }) => data && ids.has(data.id)) ?? []
  if (rowNodes.length > 0) grid?.refreshCells({ rowNodes, force: true, suppressFlash: true })
}

function nameGrid(container: HTMLElement | null, label: string): void {
  const grid = container?.querySelector('[role="grid"]')
  grid?.setAttribute('aria-label', label)
  grid?.setAttribute('aria-multiselectable', 'true')
}

/** What the list says of the cell of an element. */
function hintOf<Row extends { id: number }>(
  element: Element,
  { ids, cells }: DataGridProps<Row>,
): string | undefined {
  const cell = placeOf(element, ids)
  return cell && cells.hintOf(cell)
}

/** Which cell an element is. */
function placeOf(element: Element, ids: readonly number[]): CellPlace | undefined {
  const row = ids[Number(element.closest('.ag-row')?.getAttribute('row-index'))]
  const column = element.getAttribute('col-id')
  return row !== undefined && column ? { row, column } : undefined
}

import type { IDatasource } from 'ag-grid-community'
import type { RowStore } from './row-store.ts'

/** What the grid holds of a row: its id, and its values unless the row is gone. */
export interface RowSlot<Row> {
  id: number
  row: Row | undefined
}

export interface RowSource<Row extends { id: number }> {
  /** Every row of the list, in order. */
  ids: readonly number[]
  store: RowStore<Row>
}

/** Feeds the grid windows of the list as it stands when the window is asked for. */
export function rowDatasource<Row extends { id: number }>(
  source: () => RowSource<Row>,
  onFailure: (error: unknown) => void,
): IDatasource {
  return {
    getRows({ startRow, endRow, successCallback, failCallback }) {
      const { ids, store } = source()
      const window = ids.slice(startRow, endRow)
      const deliver = () => successCallback(slotsOf(window, store), ids.length)
      if (store.missing(window).length === 0) return deliver()
      store.fill(window).then(deliver, error => {
        failCallback()
        onFailure(error)
      })
    },
  }
}

const slotsOf = <Row extends { id: number }>(ids: readonly number[], store: RowStore<Row>): RowSlot<Row>[] =>
  ids.map(id => ({ id, row: store.get(id) }))

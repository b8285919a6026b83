import type { IDatasource } from 'ag-grid-community'
import type { RowStore } from './row-store.ts'

/** What the grid holds of a row; its values are in the store, once they are loaded. */
export interface RowSlot {
  id: number
}

export interface RowSource<Row extends { id: number }> {
  /** Every row of the list, in order. */
  ids: readonly number[]
  store: RowStore<Row>
}

/** Feeds the grid the ids of the list as it stands when they are asked for. */
export function rowDatasource<Row extends { id: number }>(source: () => RowSource<Row>): IDatasource {
  return {
    getRows({ startRow, endRow, successCallback }) {
      const { ids } = source()
      const slots: RowSlot[] = ids.slice(startRow, endRow).map(id => ({ id }))
      successCallback(slots, ids.length)
    },
  }
}

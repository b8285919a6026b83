/** Which rows are selected, by id, loaded or not; `anchor` is the row from which a range starts. */
export interface RowSelection {
  ids: ReadonlySet<number>
  anchor: number | undefined
}

export const NO_SELECTION: RowSelection = { ids: new Set(), anchor: undefined }

/** Adds a row or takes it away, and makes it the anchor of the next range. */
export function toggleRow(selection: RowSelection, id: number): RowSelection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: id }
}

/** Adds the rows from the anchor to a row, both in, in the order of the list; without an anchor just that row. */
export function selectRange(selection: RowSelection, order: readonly number[], id: number): RowSelection {
  const from = order.indexOf(selection.anchor ?? id)
  const to = order.indexOf(id)
  if (from < 0 || to < 0) return { ids: new Set([...selection.ids, id]), anchor: id }
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { ids: new Set([...selection.ids, ...range]), anchor: selection.anchor ?? id }
}

/** Selects every row of the list, or none when all of them are selected already. */
export const toggleAll = (selection: RowSelection, order: readonly number[]): RowSelection =>
  isEveryRowSelected(selection, order) ? NO_SELECTION : { ids: new Set(order), anchor: undefined }

export const isEveryRowSelected = (selection: RowSelection, order: readonly number[]): boolean =>
  order.length > 0 && selection.ids.size >= order.length && order.every(id => selection.ids.has(id))

/** What stays selected of a new list, and how many rows left because it does not have them. */
export function keepListed(
  selection: RowSelection,
  order: readonly number[],
): { selection: RowSelection; left: number } {
  if (selection.ids.size === 0) return { selection, left: 0 }
  const kept = order.filter(id => selection.ids.has(id))
  const left = selection.ids.size - kept.length
  return left === 0 ? { selection, left } : { selection: { ids: new Set(kept), anchor: undefined }, left }
}

import type { ColumnSort } from '#ui/grid/grid-controls.ts'
import type { Sort } from '../clients-api.ts'

/** Names in order, until the user asks for something else. */
export const DEFAULT_SORT: Sort = [{ field: 'identity.name' }]

/**
 * The order after a click on a column's header: this column alone, ascending and then descending; with `add` it comes
 * after the others, and a third click takes it out again.
 */
export function sortByColumn(sort: Sort, field: string, add: boolean): Sort {
  const current = sort.find(part => part.field === field)
  if (!add) return [{ field, ...(current && sort.length === 1 && !current.desc ? { desc: true } : {}) }]
  if (!current) return [...sort, { field }]
  if (!current.desc) return sort.map(part => (part === current ? { field, desc: true } : part))
  return sort.filter(part => part !== current)
}

/** The order in one direction by one column, as its menu asks for it; by names again when it asks for none. */
export function sortOneWay(field: string, direction: 'asc' | 'desc' | null): Sort {
  if (direction === null) return DEFAULT_SORT
  return direction === 'desc' ? [{ field, desc: true }] : [{ field }]
}

/** How a column sorts the list. */
export function directionOf(sort: Sort, field: string): 'asc' | 'desc' | null {
  const part = sort.find(one => one.field === field)
  return part ? (part.desc ? 'desc' : 'asc') : null
}

/** How each column takes part in the order. */
export const sortByField = (sort: Sort): ReadonlyMap<string, ColumnSort> =>
  new Map(
    sort.map(({ field, desc = false }, index) => [
      field,
      { desc, position: sort.length > 1 ? index + 1 : undefined },
    ]),
  )

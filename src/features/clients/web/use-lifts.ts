import { useQueries, useQuery } from '@tanstack/react-query'
import type { Filter } from '#kernel/filters/filter.ts'
import { queryOf } from '#ui/queries.ts'
import { countClients, queryClients } from '../clients-api.ts'
import type { FieldsById } from './arrange-columns.ts'
import type { ListRequest } from './client-list-queries.ts'
import { partsOf, withoutPart, withoutVanished } from './filter-parts.ts'

/** One condition, or the search, that could be lifted, and how many clients would match then. */
export interface Lift {
  part: Filter | 'search'
  /** The filter that would be left. */
  filter: Filter
  found: number
}

/**
 * What lifting each condition by itself would show. Filters are counted in one pass; with a search on, which counts
 * know nothing of, what remains within it is asked for one by one, and finds few.
 */
export function useLifts({
  portfolioId,
  filter,
  search,
  fields,
}: ListRequest & { fields: FieldsById }): Lift[] {
  const lifted = partsOf(filter).map(part => ({ part, filter: withoutPart(filter, part) }))
  const isSearching = search !== undefined && search !== ''
  const counted: Omit<Lift, 'found'>[] = isSearching ? [{ part: 'search', filter }] : lifted
  const { data } = useQuery(
    queryOf(countClients, {
      body: { portfolioId, filters: counted.map(one => withoutVanished(one.filter, fields)) },
    }),
  )
  const searched = useQueries({
    queries: (isSearching ? lifted : []).map(one =>
      queryOf(queryClients, { body: { portfolioId, search, filter: withoutVanished(one.filter, fields) } }),
    ),
  })
  return [
    ...counted.map((one, index) => ({ ...one, found: data?.counts[index] ?? 0 })),
    ...(isSearching ? lifted : []).map((one, index) => ({
      ...one,
      found: searched[index]?.data?.matched ?? 0,
    })),
  ]
}

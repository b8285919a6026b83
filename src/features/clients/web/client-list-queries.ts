import { keepPreviousData, queryOptions, usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Filter } from '#kernel/filters/filter.ts'
import { call } from '#ui/api-client.ts'
import { RowStore } from '#ui/grid/row-store.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import { queryOf } from '#ui/queries.ts'
import { type ClientRow, countClients, queryClients, readRows, type Sort } from '../clients-api.ts'

const FIRST_ROWS = 100

/** Which clients the list shows. */
export interface ListRequest {
  portfolioId?: number | undefined
  search?: string | undefined
  filter: Filter
}

/** The clients that match, in order. */
export interface ClientList {
  /** Names what was asked. */
  key: string
  request: ListRequest
  ids: readonly number[]
  matched: number
  total: number
}

/** The rows of clients that were seen, with the fields that are wanted now. */
export function useRowStore(fields: readonly string[]): RowStore<ClientRow> {
  const wanted = useLatest(fields)
  return useMemo(
    () =>
      new RowStore<ClientRow>(
        async ids => (await call(readRows, { body: { ids: [...ids], fields: [...wanted.current] } })).rows,
        row => wanted.current.every(field => field in row.values),
      ),
    [wanted],
  )
}

/**
 * The list for a request. The one before stays until its answer is there; a request that another takes the place of
 * is given up, so that no late answer is ever shown.
 */
export function useClientList(
  request: ListRequest,
  sort: Sort,
  fields: readonly string[],
  rows: RowStore<ClientRow>,
) {
  const key = JSON.stringify({ ...request, sort })
  const list = queryOptions({
    queryKey: [queryClients.path, key],
    queryFn: async ({ signal }): Promise<ClientList> => {
      const body = { ...request, sort, first: FIRST_ROWS, fields: [...fields] }
      const { ids, matched, total, rows: first = [] } = await call(queryClients, { body, signal })
      rows.put(first)
      return { key, request, ids, matched, total }
    },
    // Comparing a hundred thousand ids one by one would take longer than painting them.
    structuralSharing: false,
    gcTime: 60_000,
  })
  // Asked before the screen around it is painted, not after.
  usePrefetchQuery(list)
  // Whoever comes back from another window finds the list as it was: rows leave it when something else is asked.
  return useQuery({ ...list, placeholderData: keepPreviousData, refetchOnWindowFocus: false })
}

/** How many clients of a portfolio each filter keeps, in their order; undefined until it is known. */
export function useCounts(
  portfolioId: number | undefined,
  filters: readonly Filter[],
  enabled = true,
): readonly number[] | undefined {
  const { data } = useQuery({
    ...queryOf(countClients, { body: { portfolioId, filters: [...filters] } }),
    placeholderData: keepPreviousData,
    enabled: enabled && filters.length > 0,
  })
  return data?.counts.length === filters.length ? data.counts : undefined
}

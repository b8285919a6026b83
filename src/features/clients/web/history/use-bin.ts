import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listBin } from '#features/change-sets/bin-api.ts'
import { call } from '#ui/api-client.ts'
import { useRefetchOnChanges } from './use-refetch-on-changes.ts'

/** The clients in the bin that match, latest first, a page at a time. */
export function useBin(search: string) {
  const answer = useInfiniteQuery({
    queryKey: [listBin.path, 'pages', search],
    queryFn: ({ pageParam, signal }) =>
      call(listBin, { params: { page: pageParam, ...(search !== '' && { search }) }, signal }),
    initialPageParam: 1,
    getNextPageParam: last => (last.more ? last.page + 1 : undefined),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  useRefetchOnChanges(answer.refetch)
  const { data, fetchNextPage } = answer
  const clients = useMemo(() => {
    const all = data?.pages.flatMap(page => page.clients)
    return all && [...new Map(all.map(client => [client.id, client])).values()]
  }, [data])
  /** Every client that matches, on the pages that are not here yet too. */
  const fetchAll = async () => {
    let latest = await fetchNextPage()
    while (latest.hasNextPage && !latest.error) latest = await fetchNextPage()
    return latest.data?.pages.flatMap(page => page.clients) ?? []
  }
  return { ...answer, clients, fetchAll }
}

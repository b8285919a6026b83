import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type ChangeSet, getChangeSet, listChangeSets } from '#features/change-sets/change-sets-api.ts'
import { call } from '#ui/api-client.ts'
import { queryOf } from '#ui/queries.ts'
import type { HistorySearch } from './history-search-params.ts'
import { useRefetchOnChanges } from './use-refetch-on-changes.ts'

/** What was done, latest first, a page at a time. */
export function useHistory(search: HistorySearch) {
  const answer = useInfiniteQuery({
    queryKey: [listChangeSets.path, 'pages', search],
    queryFn: ({ pageParam, signal }) =>
      call(listChangeSets, { params: { ...search, page: pageParam }, signal }),
    initialPageParam: 1,
    getNextPageParam: last => (last.more ? last.page + 1 : undefined),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  useRefetchOnChanges(answer.refetch)
  const { data } = answer
  const sets = useMemo(() => {
    const all = data?.pages.flatMap(({ changeSets }) => changeSets)
    // A set that came in between pushes others onto the next page, where they stand again.
    return all && [...new Map(all.map(set => [set.id, set])).values()]
  }, [data])
  return { ...answer, sets }
}

/** What a set undoes, and what that one undid, back to the one that started it; as far as it is known. */
export function useUndone(sets: readonly ChangeSet[]): (set: ChangeSet) => readonly ChangeSet[] {
  const [wanted, setWanted] = useState<readonly number[]>([])
  const answers = useQueries({
    queries: wanted.map(id => ({ ...queryOf(getChangeSet, { params: { id } }) })),
  })
  const found = answers.flatMap(({ data }) => data ?? [])
  const known = new Map([...found, ...sets].map(set => [set.id, set]))
  const missing = sets.flatMap(set => {
    const { undoes } = chainOf(set, known).at(-1) ?? set
    return undoes !== null && !known.has(undoes) && !wanted.includes(undoes) ? [undoes] : []
  })
  if (missing.length > 0) setWanted([...wanted, ...new Set(missing)])
  return set => chainOf(set, known)
}

function chainOf(set: ChangeSet, known: ReadonlyMap<number, ChangeSet>): ChangeSet[] {
  const before = set.undoes === null ? undefined : known.get(set.undoes)
  return before ? [before, ...chainOf(before, known)] : []
}

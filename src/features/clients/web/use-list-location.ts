import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type ListSearch, readListSearch, writeListSearch } from './list-search-params.ts'

export interface ListLocation {
  search: ListSearch
  /** Goes to the view that differs in this; *back* returns from it, unless it takes the place of this one. */
  go: (change: Partial<ListSearch>, options?: { replace?: boolean }) => void
}

/** The view that the address describes. */
export function useListLocation(): ListLocation {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const search = useMemo(() => readListSearch(params), [params])
  const go = useCallback<ListLocation['go']>(
    (change, { replace = false } = {}) =>
      void navigate({
        to: '.',
        replace,
        search: (current: Readonly<Record<string, unknown>>) =>
          writeListSearch({ ...readListSearch(current), ...change }),
      } as Parameters<typeof navigate>[0]),
    [navigate],
  )
  return { search, go }
}

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type HistorySearch, readHistorySearch, writeHistorySearch } from './history-search-params.ts'

/** Which part of the history the address shows, and how to go to another. */
export function useHistoryLocation() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const search = useMemo(() => readHistorySearch(params), [params])
  const go = (change: Partial<HistorySearch>, { replace = false } = {}) =>
    void navigate({
      to: '/historique',
      replace,
      search: (current: Readonly<Record<string, unknown>>) =>
        writeHistorySearch({ ...readHistorySearch(current), ...change }),
    })
  return { search, go }
}

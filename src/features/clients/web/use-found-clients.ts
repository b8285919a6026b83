import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { queryOf } from '#ui/queries.ts'
import { queryClients } from '../clients-api.ts'
import { NAME_FIELD } from './arrange-columns.ts'

const MOST_OFFERED = 20

interface FoundClients {
  /** In the order of their names; while a search is on its way, what the one before it found. */
  found: readonly { id: number; name: string }[]
  /** Whether `found` answers what is typed now. */
  isAnswered: boolean
}

/**
 * The clients that a text finds by their name or number, as in the search box of the list; the first ones of all when
 * nothing is typed.
 */
export function useFoundClients(typed: string): FoundClients {
  const [search] = useDebouncedValue(typed.trim(), 120)
  const { data, isPlaceholderData } = useQuery({
    ...queryOf(queryClients, {
      body: { search, sort: [{ field: NAME_FIELD }], first: MOST_OFFERED, fields: [NAME_FIELD] },
    }),
    placeholderData: keepPreviousData,
  })
  return {
    found: (data?.rows ?? []).map(({ id, values }) => ({ id, name: String(values[NAME_FIELD]) })),
    isAnswered: search === typed.trim() && data !== undefined && !isPlaceholderData,
  }
}

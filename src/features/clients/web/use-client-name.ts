import { useQuery } from '@tanstack/react-query'
import { queryOf } from '#ui/queries.ts'
import { readRows } from '../clients-api.ts'
import { NAME_FIELD } from './arrange-columns.ts'

/** What a client is called; undefined until that is known, and for one that the list does not have. */
export function useClientName(id: number | undefined): string | undefined {
  const { data } = useQuery({
    ...queryOf(readRows, { body: { ids: [id ?? 0], fields: [NAME_FIELD] } }),
    enabled: id !== undefined,
  })
  const name = data?.rows[0]?.values[NAME_FIELD]
  return id !== undefined && typeof name === 'string' ? name : undefined
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { conditionsOf, type Filter } from '#kernel/filters/filter.ts'
import { queryOf } from '#ui/queries.ts'
import { readRows } from '../clients-api.ts'
import { type FieldsById, NAME_FIELD } from './arrange-columns.ts'

/** The fields, those that hold a client with the names of the clients that a filter compares with. */
export function useNamedClients(fields: FieldsById, filter: Filter): FieldsById {
  const ids = useMemo(() => clientsIn(filter, fields), [filter, fields])
  const { data } = useQuery({
    ...queryOf(readRows, { body: { ids, fields: [NAME_FIELD] } }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  })
  return useMemo(() => {
    const choices = data?.rows.map(({ id, values }) => ({ value: id, label: String(values[NAME_FIELD]) }))
    if (!choices) return fields
    return new Map(
      [...fields].map(([id, field]) => [id, field.kind === 'client' ? { ...field, choices } : field]),
    )
  }, [fields, data])
}

function clientsIn(filter: Filter, fields: FieldsById): number[] {
  const values = conditionsOf(filter).flatMap(({ field, value }) =>
    fields.get(field)?.kind === 'client' && Array.isArray(value) ? (value as unknown[]) : [],
  )
  return [...new Set(values.filter(value => typeof value === 'number'))].slice(0, 1000)
}

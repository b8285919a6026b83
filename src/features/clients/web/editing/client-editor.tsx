import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClients } from '#features/clients/clients-api.ts'
import { queryOf } from '#ui/queries.ts'
import { NAME_FIELD } from '../arrange-columns.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import { findOptions, type PickOption } from './pick-options.ts'
import { PickedEditor } from './picked-editor.tsx'

const MOST_OFFERED = 20

/** Another client, found by its name or number as in the search box of the list. */
export function ClientEditor(props: CellEditorProps) {
  const { field, row, typed = '' } = props
  const { t } = useTranslation('editing')
  const [query, setQuery] = useState(typed)
  const [search] = useDebouncedValue(query.trim(), 120)
  const { data, isPlaceholderData } = useQuery({
    ...queryOf(queryClients, {
      body: { search, sort: [{ field: NAME_FIELD }], first: MOST_OFFERED, fields: [NAME_FIELD] },
    }),
    placeholderData: keepPreviousData,
  })
  const found = (data?.rows ?? [])
    .filter(({ id }) => id !== row.id)
    .map(({ id, values }): PickOption => ({ value: id, label: String(values[NAME_FIELD]) }))
  const own = row.values[field.id]
  const current: PickOption[] =
    typeof own === 'number' ? [{ value: own, label: row.names?.[field.id] ?? `n° ${own}` }] : []
  // What an earlier search found is offered as far as it answers this one too, so that Enter never takes another client.
  const isAnswered = search === query.trim() && !isPlaceholderData
  const options =
    query.trim() === ''
      ? [...current, { value: null, label: t('noValue') }, ...found.filter(({ value }) => value !== own)]
      : isAnswered
        ? found
        : findOptions(found, query)
  return <PickedEditor {...props} options={options} onSearch={setQuery} />
}

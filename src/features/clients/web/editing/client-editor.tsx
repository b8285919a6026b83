import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundClients } from '../use-found-clients.ts'
import type { CellEditorProps } from './cell-editor-props.ts'
import { findOptions, type PickOption } from './pick-options.ts'
import { PickedEditor } from './picked-editor.tsx'
import { valueAtStart } from './value-at-start.ts'

/** Another client, found by its name or number as in the search box of the list. */
export function ClientEditor(props: CellEditorProps) {
  const { field, row, typed = '' } = props
  const { t } = useTranslation('editing')
  const [query, setQuery] = useState(typed)
  const { found, isAnswered } = useFoundClients(query)
  const others = found
    .filter(({ id }) => id !== row.id)
    .map(({ id, name }): PickOption => ({ value: id, label: name }))
  const own = valueAtStart(props)
  const name = props.kept === undefined ? row.names?.[field.id] : props.keptName
  const current: PickOption[] = typeof own === 'number' ? [{ value: own, label: name ?? `n° ${own}` }] : []
  // What an earlier search found is offered as far as it answers this one too, so that Enter never takes another client.
  const options =
    query.trim() === ''
      ? [...current, { value: null, label: t('noValue') }, ...others.filter(({ value }) => value !== own)]
      : isAnswered
        ? others
        : findOptions(others, query)
  return <PickedEditor {...props} options={options} onSearch={setQuery} />
}

import { Select, type SelectProps } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClientName } from './use-client-name.ts'
import { useFoundClients } from './use-found-clients.ts'

interface ClientSelectProps
  extends Omit<SelectProps, 'value' | 'onChange' | 'data' | 'filter' | 'searchValue' | 'onSearchChange'> {
  chosen: number | undefined
  /** What the chosen client is called, where it is one that the list does not have. */
  name?: string | undefined
  onChoose: (client: number | undefined) => void
}

/** A client, found by its name or number as in the search box of the list. */
export function ClientSelect({ chosen, name, onChoose, ...box }: ClientSelectProps) {
  const { t } = useTranslation('history')
  const [typed, setTyped] = useState('')
  const { found, isAnswered } = useFoundClients(typed)
  const listed = useClientName(chosen)
  const offered = found.map(client => ({ value: String(client.id), label: client.name }))
  const isOffered = offered.some(({ value }) => value === String(chosen))
  const own =
    chosen !== undefined && !isOffered ? [{ value: String(chosen), label: listed ?? name ?? '' }] : []
  return (
    <Select
      {...box}
      size="xs"
      searchable
      nothingFoundMessage={t(isAnswered ? 'filters.nothingFound' : 'filters.searching')}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      data={[...own, ...offered]}
      searchValue={typed}
      onSearchChange={setTyped}
      value={chosen === undefined ? null : String(chosen)}
      onChange={id => onChoose(id === null ? undefined : Number(id))}
    />
  )
}

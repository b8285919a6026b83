import { Button, Select } from '@mantine/core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { ClientSelect } from '../client-select.tsx'
import { DayInput } from '../panels/value-editors/day-input.tsx'
import classes from './history.module.css'
import type { HistorySearch } from './history-search-params.ts'

interface HistoryFiltersProps {
  search: HistorySearch
  /** What the client is called that is chosen. */
  clientName: string | undefined
  /** Undefined while they are on their way. */
  fields: FieldsById | undefined
  onChange: (change: Partial<HistorySearch>, options?: { replace?: boolean }) => void
}

/** Which part of the history is shown: of one client, by one colleague, of one field, between two days. */
export function HistoryFilters({ search, clientName, fields, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('history')
  const [round, restart] = useRounds()
  const isFiltered = Object.values(search).some(value => value !== undefined)
  const dayField = fields?.get('status.clientSince')
  const clear = () => {
    restart()
    onChange({ client: undefined, user: undefined, field: undefined, from: undefined, to: undefined })
  }
  return (
    <search className={classes.filters} aria-label={t('filters.label')}>
      <ClientSelect
        label={t('filters.client')}
        placeholder={t('filters.anyClient')}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearOne', { label: t('filters.client') }) }}
        chosen={search.client}
        name={clientName}
        onChoose={client => onChange({ client })}
      />
      <Select
        size="xs"
        label={t('filters.user')}
        placeholder={t('filters.anyUser')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearOne', { label: t('filters.user') }) }}
        nothingFoundMessage={t('filters.nothingFound')}
        data={usersIn(fields)}
        value={search.user === undefined ? null : String(search.user)}
        onChange={user => onChange({ user: user === null ? undefined : Number(user) })}
      />
      <Select
        size="xs"
        label={t('filters.field')}
        placeholder={t('filters.anyField')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clearOne', { label: t('filters.field') }) }}
        nothingFoundMessage={t('filters.nothingFound')}
        data={fieldsByGroup(fields)}
        value={search.field ?? null}
        onChange={field => onChange({ field: field ?? undefined })}
      />
      {dayField &&
        (['from', 'to'] as const).map(end => (
          <Labelled key={`${end} ${round}`} label={t(`filters.${end}`)}>
            <DayInput
              label={t(`filters.${end}`)}
              field={dayField}
              value={search[end]}
              onChange={day => onChange({ [end]: day }, { replace: true })}
            />
          </Labelled>
        ))}
      {isFiltered && (
        <Button size="xs" variant="subtle" onClick={clear}>
          {t('filters.clear')}
        </Button>
      )}
    </search>
  )
}

/** Boxes keep what is typed in them: they start anew when the address changes by other means. */
function useRounds(): [number, () => void] {
  const [round, setRound] = useState(0)
  useEffect(() => {
    const next = () => setRound(current => current + 1)
    window.addEventListener('popstate', next)
    return () => window.removeEventListener('popstate', next)
  }, [])
  return [round, () => setRound(round + 1)]
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  return (
    <fieldset className={classes.labelled} aria-labelledby={id}>
      <span id={id}>{label}</span>
      {children}
    </fieldset>
  )
}

/** Everybody who can be responsible for a client is somebody who can have changed one. */
function usersIn(fields: FieldsById | undefined): { value: string; label: string }[] {
  const choices = [...(fields?.values() ?? [])].find(({ kind }) => kind === 'user')?.choices ?? []
  return choices.map(({ value, label }) => ({ value: String(value), label }))
}

function fieldsByGroup(fields: FieldsById | undefined) {
  const groups = Map.groupBy(fields?.values() ?? [], ({ groupLabel }: DescribedField) => groupLabel)
  return [...groups].map(([group, members]) => ({
    group,
    items: members.map(({ id, label }) => ({ value: id, label })),
  }))
}

import { Alert, Button, Checkbox, Group, Input, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { Pictogram } from '#features/saved-filters/pictograms.ts'
import {
  changeSavedFilter,
  createSavedFilter,
  type SavedFilter,
} from '#features/saved-filters/saved-filters-api.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { filterSentence } from '#kernel/filters/filter-sentence.ts'
import { ApiError, call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import { nameProblem } from './filter-name.ts'
import { PictogramPicker } from './pictogram-picker.tsx'

export interface SaveFilterFormProps {
  edited: SavedFilter | undefined
  /** What a new one would keep; an edited one keeps its own. */
  filter: Filter
  /** Columns and sort of the list as they are now. */
  view: NonNullable<SavedFilter['view']>
  fields: ReadonlyMap<string, DescribedField>
  /** The names of the user's own filters. */
  existingNames: readonly string[]
  onSaved(savedFilter: SavedFilter): void
  onClose(): void
}

interface Entries {
  name: string
  icon: Pictogram
  shared: boolean
  remembersView: boolean
}

export function SaveFilterForm(props: SaveFilterFormProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const { edited, onClose } = props
  const [entries, setEntries] = useState<Entries>(() => entriesOf(edited))
  const [complains, setComplains] = useState(false)
  const saving = useMutation({
    mutationFn: () => save(entries, props),
    onSuccess: savedFilter => {
      props.onSaved(savedFilter)
      onClose()
    },
  })
  const change = (changed: Partial<Entries>) => setEntries({ ...entries, ...changed })
  const problem = nameProblem(entries.name, props.existingNames, edited?.name)
  const refused = nameRefusal(saving.error)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (problem) setComplains(true)
    else saving.mutate()
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          label={t('saveFilter.name')}
          value={entries.name}
          onChange={event => {
            change({ name: event.currentTarget.value })
            saving.reset()
          }}
          error={
            problem && (complains || problem !== 'missing') ? t(`saveFilter.nameProblem.${problem}`) : refused
          }
          autoComplete="off"
        />
        <PictogramPicker
          label={t('saveFilter.pictogram')}
          value={entries.icon}
          onChange={icon => change({ icon })}
        />
        <Input.Wrapper label={t('saveFilter.content')} labelElement="div">
          <Paper withBorder p="xs" mt={4} mah={140} style={{ overflowY: 'auto' }}>
            <Text size="sm">{filterSentence(edited?.filter ?? props.filter, props.fields, language)}</Text>
          </Paper>
        </Input.Wrapper>
        <Checkbox
          label={t('saveFilter.share')}
          checked={entries.shared}
          onChange={event => change({ shared: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('saveFilter.rememberView')}
          checked={entries.remembersView}
          onChange={event => change({ remembersView: event.currentTarget.checked })}
        />
        {saving.error && !refused && (
          <Alert color="red" p="xs" title={t('saveFilter.failed')}>
            {saving.error.message}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const entriesOf = (edited: SavedFilter | undefined): Entries => ({
  name: edited?.name ?? '',
  icon: edited?.icon ?? 'filter',
  shared: edited?.shared ?? false,
  remembersView: (edited?.view ?? null) !== null,
})

function save(
  { name, icon, shared, remembersView }: Entries,
  props: SaveFilterFormProps,
): Promise<SavedFilter> {
  const { edited, filter, view } = props
  const wanted = { name: name.trim(), icon, shared }
  if (!edited)
    return call(createSavedFilter, { body: { ...wanted, filter, view: remembersView ? view : null } })
  // A filter that has a view keeps the one it has: changing its name must not take today's columns.
  const changesView = remembersView !== (edited.view !== null)
  return call(changeSavedFilter, {
    params: { id: edited.id },
    body: { ...wanted, ...(changesView ? { view: remembersView ? view : null } : {}) },
  })
}

/** What the server has against the name, in its words. */
function nameRefusal(error: Error | null): string | undefined {
  if (!(error instanceof ApiError)) return undefined
  const named = error.fields.find(field => field.path === 'name')
  return named?.message ?? (error.code === 'nameTaken' ? error.message : undefined)
}

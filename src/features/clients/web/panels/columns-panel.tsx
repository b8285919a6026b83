import {
  Button,
  CloseButton,
  FocusTrap,
  Group,
  ScrollArea,
  Stack,
  Text,
  TextInput,
  Title,
  VisuallyHidden,
} from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import { ColumnGroupList } from './column-group-list.tsx'
import { columnGroups, groupsFound, withMovedColumn, withToggledColumn } from './column-order.ts'
import { onEscape } from './keys.ts'

export interface ColumnsPanelProps {
  fields: ReadonlyMap<string, DescribedField>
  layout: ColumnLayout
  onChange(layout: ColumnLayout): void
  onSave(): void
  onReset(): void
  onClose(): void
}

/** The *liste des colonnes* (F30–F34): what is shown, and in which order within its group. */
export function ColumnsPanel({ fields, layout, onChange, onSave, onReset, onClose }: ColumnsPanelProps) {
  const { t } = useTranslation('panels')
  const titleId = useId()
  const [search, setSearch] = useState('')
  const [announced, setAnnounced] = useState('')
  const groups = groupsFound(columnGroups(fields, layout), search)

  const move = (field: DescribedField, place: number, outOf: number) => {
    if (place < 0 || place >= outOf) return
    onChange(withMovedColumn(fields, layout, field.id, place))
    setAnnounced(t('columns.moved', { column: field.label, place: place + 1, outOf }))
  }

  return (
    <FocusTrap>
      <Stack
        role="dialog"
        aria-labelledby={titleId}
        gap="xs"
        w="100%"
        miw={280}
        onKeyDown={onEscape(onClose)}
      >
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h5" id={titleId}>
            {t('columns.title')}
          </Title>
          <CloseButton aria-label={t('close')} onClick={onClose} />
        </Group>
        <TextInput
          data-autofocus
          size="xs"
          aria-label={t('columns.search')}
          placeholder={t('columns.search')}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
        <Text size="xs" c="dimmed">
          {t('columns.hint')}
        </Text>
        <ScrollArea.Autosize mah="min(55vh, 560px)" type="auto" offsetScrollbars>
          <Stack gap="sm">
            {groups.map(group => (
              <ColumnGroupList
                key={group.group}
                group={group}
                layout={layout}
                // Places among found columns are not places in the group.
                movable={search.trim() === ''}
                onToggle={id => onChange(withToggledColumn(layout, id))}
                onMove={move}
              />
            ))}
            {groups.length === 0 && (
              <Text size="sm" c="dimmed" ta="center" py="md">
                {t('nothingFound')}
              </Text>
            )}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="space-between">
          <Button size="xs" variant="default" onClick={onReset}>
            {t('columns.reset')}
          </Button>
          <Button size="xs" onClick={onSave}>
            {t('save')}
          </Button>
        </Group>
        <VisuallyHidden aria-live="polite">{announced}</VisuallyHidden>
      </Stack>
    </FocusTrap>
  )
}

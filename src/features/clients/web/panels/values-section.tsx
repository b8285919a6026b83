import { Alert, Button, Center, Checkbox, Group, Loader, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { ListedValue } from './column-values.ts'
import classes from './tick-list.module.css'
import { TickList } from './tick-list.tsx'
import { isTicked, type Ticks, type TickValue, withAllFound, withTick } from './ticks.ts'

/** The values of a column as far as they are known. */
export type ColumnValues =
  | { state: 'loading' }
  | { state: 'failed'; message: string; retry(): void }
  | {
      state: 'here'
      all: readonly ListedValue[]
      found: readonly ListedValue[]
    }

export interface ValuesSectionProps {
  columnLabel: string
  values: ColumnValues
  search: string
  onSearch(search: string): void
  ticks: Ticks
  onTicks(ticks: Ticks): void
}

/** Searches among the values of a column and ticks them. */
export function ValuesSection(props: ValuesSectionProps) {
  const { t } = useTranslation('panels')
  const searchBox = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const goDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.current?.focus()
  }

  return (
    <Stack gap={6}>
      <TextInput
        ref={searchBox}
        data-autofocus
        size="xs"
        aria-label={t('filterMenu.search')}
        placeholder={t('filterMenu.search')}
        leftSection={<IconSearch size={14} />}
        value={props.search}
        onChange={event => props.onSearch(event.currentTarget.value)}
        onKeyDown={goDown}
        autoComplete="off"
      />
      <FoundValues {...props} listRef={list} onLeaveUp={() => searchBox.current?.focus()} />
    </Stack>
  )
}

type FoundValuesProps = ValuesSectionProps & {
  listRef: React.RefObject<HTMLDivElement | null>
  onLeaveUp(): void
}

function FoundValues({ values, ticks, onTicks, columnLabel, listRef, onLeaveUp, search }: FoundValuesProps) {
  const { t } = useTranslation('panels')
  if (values.state === 'loading') {
    return (
      <Center h={120}>
        <Loader size="sm" aria-label={t('loading')} />
      </Center>
    )
  }
  if (values.state === 'failed') return <Failed message={values.message} retry={values.retry} />
  if (values.found.length === 0) {
    return (
      <Text size="sm" c="dimmed" ta="center" py="md" aria-live="polite">
        {search.trim() === '' ? t('filterMenu.noValue') : t('nothingFound')}
      </Text>
    )
  }
  const found = values.found.map(facet => facet.value)
  return (
    <>
      <AllFound {...{ found, ticks, onTicks, searched: search.trim() !== '' }} />
      <TickList
        label={t('filterMenu.valuesOf', { column: columnLabel })}
        values={values.found}
        ticks={ticks}
        onToggle={value => onTicks(withTick(ticks, value, found))}
        onLeaveUp={onLeaveUp}
        listRef={listRef}
      />
    </>
  )
}

interface AllFoundProps {
  found: readonly TickValue[]
  ticks: Ticks
  onTicks(ticks: Ticks): void
  searched: boolean
}

/** One tick for all values that were found. */
function AllFound({ found, ticks, onTicks, searched }: AllFoundProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const ticked = found.filter(value => isTicked(ticks, value)).length
  const all = ticked === found.length
  return (
    <Group justify="space-between" px={6} wrap="nowrap">
      <Checkbox
        size="xs"
        classNames={{ label: classes.all ?? '' }}
        label={searched ? t('filterMenu.allFound') : t('filterMenu.allValues')}
        checked={all}
        indeterminate={!all && ticked > 0}
        onChange={() => onTicks(withAllFound(ticks, found, !all))}
      />
      <Text size="xs" c="dimmed">
        {t('filterMenu.ticked', {
          ticked: formatCount(ticked, language),
          found: formatCount(found.length, language),
        })}
      </Text>
    </Group>
  )
}

function Failed({ message, retry }: { message: string; retry(): void }) {
  const { t } = useTranslation('panels')
  return (
    <Alert color="red" p="xs" title={t('filterMenu.failed')}>
      <Text size="xs">{message}</Text>
      <Button size="compact-xs" variant="light" color="red" mt={6} onClick={retry}>
        {t('tryAgain')}
      </Button>
    </Alert>
  )
}

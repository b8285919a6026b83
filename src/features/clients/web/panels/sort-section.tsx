import { Button, Stack } from '@mantine/core'
import { IconCheck, IconSortAscending, IconSortDescending } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { sortNames } from './sort-names.ts'

export interface SortSectionProps {
  field: DescribedField
  /** The direction in which the list is sorted by this column. */
  sort: 'asc' | 'desc' | null
  onSort(direction: 'asc' | 'desc' | null): void
  onClose(): void
}

const DIRECTIONS = ['asc', 'desc'] as const

/** Both directions, under names that suit the type; the one that is on goes off again. */
export function SortSection({ field, sort, onSort, onClose }: SortSectionProps) {
  const { t } = useTranslation('panels')
  return (
    <Stack gap={0}>
      {DIRECTIONS.map(direction => {
        const DirectionIcon = direction === 'asc' ? IconSortAscending : IconSortDescending
        return (
          <Button
            key={direction}
            variant={sort === direction ? 'light' : 'subtle'}
            {...(sort === direction ? {} : { color: 'gray' })}
            size="compact-sm"
            justify="flex-start"
            fw={400}
            leftSection={<DirectionIcon size={15} />}
            rightSection={sort === direction && <IconCheck size={14} />}
            aria-pressed={sort === direction}
            onClick={() => {
              onSort(sort === direction ? null : direction)
              onClose()
            }}
          >
            {t(`sort.${sortNames(field.kind)}.${direction}`)}
          </Button>
        )
      })}
    </Stack>
  )
}

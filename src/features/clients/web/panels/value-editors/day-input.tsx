import { ActionIcon, Loader, Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#kernel/fields/field.ts'
import { useLanguage } from '#ui/i18n.ts'
import { TypedInput } from './typed-input.tsx'
import { readTyped, showTyped } from './typed-values.ts'

// The calendar is worth its weight only to those who open it.
const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }))

export interface DayInputProps {
  label: string
  field: Field
  value: string | undefined
  onChange(value: string | undefined): void
  problem?: string | undefined
}

/** A day, typed in any usual form or picked from a calendar. */
export function DayInput({ label, field, value, onChange, problem }: DayInputProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  // A picked day is shown by a new box: one that is typed in keeps its own text.
  const [picked, setPicked] = useState(0)

  const pick = (day: string) => {
    setPicked(picked + 1)
    setOpened(false)
    onChange(day)
  }

  const button = (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('value.openCalendar', { label })}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}>
        <Suspense fallback={<Loader size="sm" />}>
          <Calendar value={value} language={language} onPick={pick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )

  return (
    <TypedInput
      key={picked}
      label={label}
      shown={showTyped(value, field, language)}
      read={typed => readTyped(typed, field, 'eq')}
      onChange={day => onChange(day as string | undefined)}
      problem={problem}
      placeholder={t('value.dayExample')}
      rightSection={button}
    />
  )
}

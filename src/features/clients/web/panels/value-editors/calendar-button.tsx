import { ActionIcon, Loader, Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#ui/i18n.ts'

// The calendar is worth its weight only to those who open it.
const Calendar = lazy(async () => ({ default: (await import('./calendar.tsx')).Calendar }))

interface CalendarButtonProps {
  /** Of the box in which it stands. */
  label: string
  value: string | undefined
  onPick(day: string): void
}

/** Opens a calendar beside a box in which a day can be typed as well. */
export function CalendarButton({ label, value, onPick }: CalendarButtonProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  const pick = (day: string) => {
    setOpened(false)
    onPick(day)
  }
  return (
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
}

import 'dayjs/locale/de'
import 'dayjs/locale/fr'
import 'dayjs/locale/nl'
import { DatePicker } from '@mantine/dates'
import type { Language } from '#kernel/language.ts'

interface CalendarProps {
  value: string | undefined
  language: Language
  onPick(day: string): void
}

/** A month at a time; weeks start on Monday. */
export function Calendar({ value, language, onPick }: CalendarProps) {
  return (
    <DatePicker
      size="xs"
      locale={language}
      firstDayOfWeek={1}
      value={value ?? null}
      {...(value === undefined ? {} : { defaultDate: value })}
      onChange={day => day !== null && onPick(day)}
    />
  )
}

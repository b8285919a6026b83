import type { TFunction } from 'i18next'
import type { ChangeSet } from '#features/change-sets/change-sets-api.ts'
import { addDays, belgianDay, type Day } from '#kernel/day.ts'
import { type Language, LOCALES } from '#kernel/language.ts'

/** *Aujourd’hui*, *Hier*, or the day with its weekday. */
export function dayHeading(day: Day, now: Date, language: Language, t: TFunction<'history'>): string {
  const today = belgianDay(now)
  if (day === today) return t('today')
  if (day === addDays(today, -1)) return t('yesterday')
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}

/** The hour and minute of a moment on the clock of Brussels. */
export const timeOfDay = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(
    new Date(moment),
  )

/** When it was done, or planned as long as it is not. */
export const momentOf = ({ appliedAt, createdAt }: Pick<ChangeSet, 'appliedAt' | 'createdAt'>): string =>
  appliedAt ?? createdAt

import { type Language, LOCALES } from '#kernel/language.ts'

/**
 * A whole number grouped in the manner of the language: `1 482`, `1.482`. Groups are parted by a plain space, never
 * by one of the no-break spaces that Intl prefers: numbers are compared and copied as they stand.
 */
export const formatCount = (count: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language]).format(count).replace(/\s/gu, ' ')

/** A moment, given in UTC, on the clock of Brussels. */
export const formatMoment = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(new Date(moment))

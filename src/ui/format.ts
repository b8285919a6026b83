import { type Language, LOCALES } from '#kernel/language.ts'

/**
 * A whole number grouped in the manner of the language: `1 482`, `1.482`. Groups are parted by a plain space, never
 * by one of the no-break spaces that Intl prefers: numbers are compared and copied as they stand.
 */
export const formatCount = (count: number, language: Language): string =>
  countFormat(language).format(count).replace(/\s/gu, ' ')

const countFormats = new Map<Language, Intl.NumberFormat>()

/** Made once per language: making one takes longer than using it a hundred times. */
function countFormat(language: Language): Intl.NumberFormat {
  const format = countFormats.get(language) ?? new Intl.NumberFormat(LOCALES[language])
  countFormats.set(language, format)
  return format
}

/** A moment, given in UTC, on the clock of Brussels. */
export const formatMoment = (moment: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  }).format(new Date(moment))

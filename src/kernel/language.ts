/** The languages of the interface and of a client's correspondence; French is the source and the default. */
export const LANGUAGES = ['fr', 'nl', 'de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text of the product in every language, or a name that a firm typed, which has none. */
export type Text = string | Readonly<Record<Language, string>>

/** A name as a firm typed it: in one language at least, in all of them at best. */
export type NameInLanguages = Readonly<Partial<Record<Language, string>>>

/** The name in every language: where it was not typed, that of the first language in which it was. */
export function inEveryLanguage(name: NameInLanguages): Readonly<Record<Language, string>> {
  const known = LANGUAGES.map(language => name[language]).find(text => text !== undefined) ?? ''
  return { fr: known, nl: known, de: known, en: known, ...name }
}

export const isLanguage = (value: unknown): value is Language =>
  LANGUAGES.some(language => language === value)

export const inLanguage = (text: Text, language: Language): string =>
  typeof text === 'string' ? text : text[language]

/** The locale whose conventions for dates, numbers and sorting go with a language in Belgium. */
export const LOCALES: Readonly<Record<Language, string>> = {
  fr: 'fr-BE',
  nl: 'nl-BE',
  de: 'de-BE',
  en: 'en-BE',
}

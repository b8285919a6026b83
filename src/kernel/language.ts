/** The languages of the interface and of a client's correspondence; French is the source and the default. */
export const LANGUAGES = ['fr', 'nl', 'de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** A text of the product in every language, or a name that a firm typed, which has none. */
export type Text = string | Readonly<Record<Language, string>>

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

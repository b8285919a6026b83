import { LANGUAGES, type Language, type NameInLanguages } from '#kernel/language.ts'

/** What is typed in each language; nothing is an empty text. */
export type TypedNames = Readonly<Record<Language, string>>

export const typedNames = (name: NameInLanguages = {}): TypedNames => ({
  fr: name.fr ?? '',
  nl: name.nl ?? '',
  de: name.de ?? '',
  en: name.en ?? '',
})

/** The name as it is sent: only the languages in which something was typed. */
export const namesToSend = (typed: TypedNames): NameInLanguages =>
  Object.fromEntries(
    LANGUAGES.flatMap(language => {
      const text = typed[language].trim()
      return text === '' ? [] : [[language, text]]
    }),
  )

export const isUnnamed = (typed: TypedNames): boolean => Object.keys(namesToSend(typed)).length === 0

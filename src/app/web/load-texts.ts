import type { Language } from '#kernel/language.ts'
import type { TextLoader } from '#ui/i18n.ts'
import type { fr } from '../texts/fr.ts'

const BUNDLES: Readonly<Record<Language, () => Promise<typeof fr>>> = {
  fr: () => import('../texts/fr.ts').then(texts => texts.fr),
  nl: () => import('../texts/nl.ts').then(texts => texts.nl),
  de: () => import('../texts/de.ts').then(texts => texts.de),
  en: () => import('../texts/en.ts').then(texts => texts.en),
}

/** Fetches the one language that is shown; each is a file of its own. */
export const loadTexts: TextLoader = language => BUNDLES[language]()

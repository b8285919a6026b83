import i18next, { type ResourceLanguage } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES, type Language } from '#kernel/language.ts'
import { recall, remember } from './browser-memory.ts'

/** Fetches every text of the interface in one language, by namespace. */
export type TextLoader = (language: Language) => Promise<ResourceLanguage>

/** Each language in its own words, as a choice of languages shows them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fr: 'Français',
  nl: 'Nederlands',
  de: 'Deutsch',
  en: 'English',
}

let loadTexts: TextLoader

/** Starts the interface in the language that this browser used last, else in the one that it prefers. */
export async function startI18n(loader: TextLoader): Promise<void> {
  loadTexts = loader
  const language = languageToStartIn(recall('language'), navigator.languages)
  i18next.on('languageChanged', shown => {
    document.documentElement.lang = shown
  })
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await loader(language) },
    // Every language is complete (a missing key does not compile), so none falls back on another.
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    defaultNS: 'shell',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}

/** Shows the interface in another language, once its texts are there, and keeps it for this browser's next start. */
export async function showLanguage(language: Language): Promise<void> {
  remember('language', language)
  if (language === i18next.language) return
  for (const [namespace, texts] of Object.entries(await loadTexts(language))) {
    i18next.addResourceBundle(language, namespace, texts)
  }
  await i18next.changeLanguage(language)
}

/** The language of the interface. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : 'fr'
}

/**
 * The remembered language if there is one, else Dutch or German where the browser asks for it before French. English
 * does not count: it is what a browser asks for whose user never said.
 */
export function languageToStartIn(remembered: string | null, preferred: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered
  const asked = preferred
    .map(tag => tag.slice(0, 2).toLowerCase())
    .find(language => language !== 'en' && isLanguage(language))
  return isLanguage(asked) ? asked : 'fr'
}

import type { Language } from '#kernel/language.ts'
import { importsDe } from './texts/de.ts'
import { importsEn } from './texts/en.ts'
import { importsFr } from './texts/fr.ts'
import { importsNl } from './texts/nl.ts'

const PROBLEMS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: importsFr.problems,
  nl: importsNl.problems,
  de: importsDe.problems,
  en: importsEn.problems,
}

/** What keeps a file or a row out, in words. */
export function problemInWords(
  problem: string,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const text = PROBLEMS[language][problem] ?? problem
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => formatParam(params[name], language))
}

const formatParam = (value: string | number | undefined, language: Language): string =>
  typeof value === 'number' ? value.toLocaleString(`${language}-BE`) : (value ?? '')

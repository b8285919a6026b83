import { createInstance } from 'i18next'
import { importsDe } from '#features/imports/texts/de.ts'
import { importsEn } from '#features/imports/texts/en.ts'
import { importsFr } from '#features/imports/texts/fr.ts'
import { importsNl } from '#features/imports/texts/nl.ts'
import type { FieldProblem } from '#kernel/app-error.ts'
import type { Language } from '#kernel/language.ts'
import type { Failure, Told } from '#platform/http/failures.ts'
import { errorsDe } from './texts/errors/de.ts'
import { errorsEn } from './texts/errors/en.ts'
import { errorsFr } from './texts/errors/fr.ts'
import { errorsNl } from './texts/errors/nl.ts'

const texts = createInstance()
await texts.init({
  resources: {
    fr: { errors: errorsFr, imports: importsFr },
    nl: { errors: errorsNl, imports: importsNl },
    de: { errors: errorsDe, imports: importsDe },
    en: { errors: errorsEn, imports: importsEn },
  },
  defaultNS: 'errors',
  fallbackLng: 'fr',
  // These texts are no HTML.
  interpolation: { escapeValue: false },
})

/** A failure in the words of a language: what was refused, and each field with its value and what is accepted. */
export function tellFailure({ code, params, fields }: Failure, language: Language): Told {
  const told = fields.map(field => ({ path: field.path, message: tellField(field, language) }))
  const general = texts.t(`codes.${code}`, { ...params, lng: language })
  const first = told[0]?.message
  return { message: first === undefined ? general : `${general} ${first}`, fields: told }
}

function tellField({ path, problem, params }: FieldProblem, language: Language): string {
  const field = path || texts.t('wholeRequest', { lng: language })
  return texts.t([`problems.${problem}`, `imports:problems.${problem}`, 'problems.notAccepted'], {
    field,
    ...params,
    lng: language,
  })
}

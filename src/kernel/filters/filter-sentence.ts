import type { Field, FieldsById, FieldValue } from '../fields/field.ts'
import { familyOf, formatChoice, isUnknownChoice, meaningOf } from '../fields/field-kinds.ts'
import { inLanguage, type Language } from '../language.ts'
import { type Condition, type Filter, groupParts, isCondition, type Operator } from './filter.ts'
import { ANY_VALUE, FILTER_WORDS, LAST_JOINERS, NO_VALUE, ONE_DAY, wordingOf } from './filter-words.ts'

/** A filter in words: `Forme juridique : SRL, SA ; au moins une : (Actif : non ; Nom contient « x »)`. */
export function filterSentence(filter: Filter, fields: FieldsById, language: Language): string {
  if (isCondition(filter)) return conditionSentence(filter, fields, language)
  const [quantifier, parts] = groupParts(filter)
  if (parts.length === 0) return FILTER_WORDS[quantifier === 'any' ? 'noClient' : 'everyClient'][language]
  const sentences = parts.map(part => partSentence(part, fields, language))
  const joined = sentences.join(FILTER_WORDS.separator[language])
  if (quantifier === 'all' || (quantifier === 'any' && parts.length === 1)) return joined
  return filledIn(FILTER_WORDS[quantifier][language], { value: joined })
}

/** A group inside another one; parentheses keep several conditions that must all hold together. */
function partSentence(part: Filter, fields: FieldsById, language: Language): string {
  const sentence = filterSentence(part, fields, language)
  const needsParentheses = !isCondition(part) && 'all' in part && part.all.length > 1
  return needsParentheses ? filledIn(FILTER_WORDS.all[language], { value: sentence }) : sentence
}

/** A condition in words, as the foot of the list shows it: `Client depuis : entre 01/01/2020 et 31/12/2020`. */
export function conditionSentence(condition: Condition, fields: FieldsById, language: Language): string {
  const field = fields.get(condition.field)
  if (!field) return filledIn(FILTER_WORDS.deletedField[language], { value: condition.field })
  const operands = operandWords(condition, field, language)
  return inLanguage(field.label, language) + filledIn(phraseOf(condition, field)[language], operands)
}

/** An operator as a menu offers it for a field: `contient`, `avant`, `a un des`. */
export const operatorLabel = (op: Operator, field: Pick<Field, 'kind'>, language: Language): string =>
  wordingOf(op, field).label[language]

const KEEPS_NOBODY_WITHOUT_VALUES: ReadonlySet<Operator> = new Set(['in', 'hasAny'])

function phraseOf({ op, value }: Condition, field: Field): Readonly<Record<Language, string>> {
  const oneDay = value === 1 ? ONE_DAY[op] : undefined
  if (oneDay) return oneDay
  if (Array.isArray(value) && value.length === 0) {
    return KEEPS_NOBODY_WITHOUT_VALUES.has(op) ? NO_VALUE : ANY_VALUE
  }
  const isAboutMissing = Array.isArray(value) && value.length === 1 && value[0] === null
  return wordingOf(isAboutMissing && op === 'hasNone' ? 'notEmpty' : op, field).phrase
}

type Operands = Readonly<Record<string, string>>

function operandWords({ op, value }: Condition, field: Field, language: Language): Operands {
  const inWords = (one: unknown) => valueWords(one, field, language)
  if (op === 'nextDays' || op === 'olderThanDays') return { value: String(value) }
  if (Array.isArray(value)) {
    const all = value.map(inWords)
    return { value: joined(all, LAST_JOINERS[op]?.[language] ?? ', '), from: all[0] ?? '', to: all[1] ?? '' }
  }
  const isText = familyOf(field) === 'text'
  const text = isText && op !== 'eq' && op !== 'ne' ? String(value) : inWords(value)
  return { value: isText ? filledIn(FILTER_WORDS.quoted[language], { value: text }) : text }
}

function valueWords(value: unknown, field: Field, language: Language): string {
  if (value === null || value === undefined) return FILTER_WORDS.empty[language]
  if (isUnknownChoice(value, field)) return FILTER_WORDS.deletedValue[language]
  const meaning = meaningOf(field.kind)
  const ofApi = value as FieldValue
  if (meaning.family === 'set') return formatChoice(ofApi, field, language)
  if (meaning.isInvalid(ofApi)) return String(value)
  const text = meaning.format(ofApi, field, language) || String(value)
  return meaning.family === 'yesNo' ? text.toLowerCase() : text
}

function joined(parts: readonly string[], lastJoiner: string): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')}${lastJoiner}${last}`
}

// In one pass, so that braces in a value are left alone.
const filledIn = (template: string, operands: Operands): string =>
  template.replace(/\{(\w+)\}/g, (hole, name: string) => operands[name] ?? hole)

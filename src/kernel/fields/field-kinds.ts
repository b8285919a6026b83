import {
  formatEnterpriseNumber,
  hasRightEnterpriseCheck,
  readEnterpriseNumber,
} from '../belgium/enterprise-number.ts'
import {
  hasRightNationalCheck,
  MASKED_NATIONAL_NUMBER,
  readNationalNumber,
} from '../belgium/national-number.ts'
import { formatVatNumber, hasRightVatCheck, readVatNumber } from '../belgium/vat-number.ts'
import { isDay, isDayOfYear } from '../day.ts'
import type { Operator } from '../filters/filter.ts'
import { inLanguage, type Language, LOCALES } from '../language.ts'
import { centsOf } from '../money.ts'
import { numberOf } from '../number.ts'
import { foldText } from '../text.ts'
import type { Choice, Field, FieldKind, FieldValue } from './field.ts'
import {
  isAmbiguousAmount,
  isDotForThousands,
  readBoolean,
  readDay,
  readDayOfYear,
  readMoney,
  readNumber,
  readUrl,
} from './read-values.ts'

/** How the values of a kind compare, which decides the operators and their SQL. */
export type Family = 'text' | 'ordered' | 'choice' | 'set' | 'yesNo' | 'secret'

/** A typed value understood, or the key of a message that says what is accepted. */
export type Reading =
  | { value: FieldValue; warning?: 'wrongCheckDigits' | 'dotForThousands' }
  | { problem: string; accepted?: string }

/** What a kind of field means, without a database and without a screen. */
export interface KindMeaning {
  family: Family
  /** Whether a value, as the API carries it, is one that the field can hold. */
  holds(value: FieldValue, field: Field): boolean
  /** Reads what a person typed or a file holds; never called with an empty text. */
  read(typed: string, field: Field): Reading
  /** The value as a cell shows it. */
  format(value: FieldValue, field: Field, language: Language): string
  /** True for a value that is kept but wrong, such as a number with wrong check digits. */
  isInvalid(value: FieldValue): boolean
}

const OPERATORS_OF_FAMILY: Readonly<Record<Family, readonly Operator[]>> = {
  text: ['contains', 'notContains', 'startsWith', 'eq', 'ne', 'in', 'notIn', 'empty', 'notEmpty'],
  ordered: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'between', 'in', 'notIn', 'empty', 'notEmpty'],
  choice: ['in', 'notIn', 'empty', 'notEmpty'],
  set: ['hasAny', 'hasAll', 'hasNone', 'empty', 'notEmpty'],
  yesNo: ['isTrue', 'isFalse', 'in', 'notIn', 'empty', 'notEmpty'],
  secret: ['empty', 'notEmpty'],
}
const DATE_OPERATORS: readonly Operator[] = ['today', 'past', 'nextDays', 'olderThanDays']

export const familyOf = (field: Pick<Field, 'kind'>): Family => KINDS[field.kind].family

export const isDateKind = (kind: FieldKind): boolean => kind === 'date' || kind === 'identityDocument'

/** The operators that a filter may use on a field, in the order in which a menu offers them. */
export function operatorsOf(field: Field): readonly Operator[] {
  const operators = [...OPERATORS_OF_FAMILY[familyOf(field)]]
  if (isDateKind(field.kind)) operators.push(...DATE_OPERATORS)
  if (field.requiredFor) operators.push('incomplete')
  return operators
}

/** What an id can be at most, in the database too. */
const MAX_ID = 2_147_483_647

const notInvalid = () => false
const isText = (value: FieldValue): boolean => typeof value === 'string' && value !== ''
const isId = (value: FieldValue): boolean =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MAX_ID
const asText = (value: FieldValue): string => (value === null ? '' : String(value))

const aSet = {
  family: 'set',
  holds: (value, field) =>
    Array.isArray(value) && value.every(one => field.choices?.some(choice => choice.value === one)),
  read: (typed, field) => readSet(typed, field),
  format: (value, field, language) =>
    Array.isArray(value) ? value.map(one => formatChoice(one, field, language)).join(', ') : '',
  isInvalid: notInvalid,
} satisfies KindMeaning

const plainText = {
  family: 'text',
  holds: isText,
  read: typed => ({ value: typed.trim() }),
  format: asText,
  isInvalid: notInvalid,
} satisfies KindMeaning

const oneChoice = {
  family: 'choice',
  holds: (value, field) => field.choices?.some(choice => choice.value === value) ?? false,
  read: (typed, field) => readChoice(typed, field),
  format: (value, field, language) => formatChoice(value, field, language),
  isInvalid: notInvalid,
} satisfies KindMeaning

const aDate = {
  family: 'ordered',
  holds: isDay,
  read: typed => readAs(readDay(typed), 'notADay', '31/12/2026'),
  format: (value, _field, language) => (isDay(value) ? formatDay(value, language) : ''),
  isInvalid: notInvalid,
} satisfies KindMeaning

const KINDS = {
  text: plainText,
  longText: plainText,
  phone: plainText,
  url: {
    ...plainText,
    read: typed => readAs(readUrl(typed), 'notAUrl', 'https://www.domaine.be'),
  },
  email: {
    ...plainText,
    read: typed => readAs(isEmail(typed.trim()) ? typed.trim() : undefined, 'notAnEmail', 'nom@domaine.be'),
  },
  enterpriseNumber: {
    family: 'text',
    holds: isText,
    read: typed => readChecked(readEnterpriseNumber(typed), hasRightEnterpriseCheck, 'notAnEnterpriseNumber'),
    format: value => formatEnterpriseNumber(asText(value)),
    isInvalid: value => value !== null && !hasRightEnterpriseCheck(asText(value)),
  },
  vatNumber: {
    family: 'text',
    holds: isText,
    read: typed => readChecked(readVatNumber(typed), hasRightVatCheck, 'notAVatNumber'),
    format: value => (value === null ? '' : formatVatNumber(asText(value))),
    isInvalid: value => value !== null && !hasRightVatCheck(asText(value)),
  },
  nationalNumber: {
    family: 'secret',
    holds: isText,
    read: typed => readChecked(readNationalNumber(typed), hasRightNationalCheck, 'notANationalNumber'),
    format: asText,
    isInvalid: value =>
      value !== null && value !== MASKED_NATIONAL_NUMBER && !hasRightNationalCheck(asText(value)),
  },
  choice: oneChoice,
  reference: oneChoice,
  user: oneChoice,
  client: {
    ...oneChoice,
    holds: isId,
    read: typed => readAs(readId(typed), 'notAClient'),
    format: (value, field, language) => {
      if (typeof value !== 'number') return asText(value)
      return field.choices ? formatChoice(value, field, language) : `n° ${value}`
    },
  },
  labels: aSet,
  choices: aSet,
  yesNo: {
    family: 'yesNo',
    holds: value => typeof value === 'boolean',
    read: typed => readAs(readBoolean(typed), 'notYesNo'),
    format: (value, _field, language) => (typeof value === 'boolean' ? YES_NO[language][value ? 0 : 1] : ''),
    isInvalid: notInvalid,
  },
  date: aDate,
  identityDocument: aDate,
  dayOfYear: {
    family: 'ordered',
    holds: isDayOfYear,
    read: typed => readAs(readDayOfYear(typed), 'notADayOfYear', '31/12'),
    format: value => (isDayOfYear(value) ? `${value.slice(3)}/${value.slice(0, 2)}` : ''),
    isInvalid: notInvalid,
  },
  number: {
    family: 'ordered',
    holds: value => numberOf(value) !== undefined,
    read: typed => {
      const value = readNumber(typed)
      if (value === undefined) return { problem: 'notANumber', accepted: '1 250,5' }
      return isDotForThousands(typed) ? { value, warning: 'dotForThousands' } : { value }
    },
    format: (value, _field, language) => (value === null ? '' : formatNumber(Number(value), language)),
    isInvalid: notInvalid,
  },
  money: {
    family: 'ordered',
    holds: value => typeof value === 'string' && centsOf(value) !== undefined,
    read: readAmount,
    format: (value, _field, language) => (value === null ? '' : formatMoney(asText(value), language)),
    isInvalid: notInvalid,
  },
} satisfies Record<FieldKind, KindMeaning>

export const meaningOf = (kind: FieldKind): KindMeaning => KINDS[kind]

export const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ['Oui', 'Non'],
  nl: ['Ja', 'Nee'],
  de: ['Ja', 'Nein'],
  en: ['Yes', 'No'],
}

/** `31/12/2026`, in German `31.12.2026`. */
export function formatDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-')
  return [date, month, year].join(language === 'de' ? '.' : '/')
}

/** An amount in euro with two decimals, in the manner of the language. */
function formatMoney(amount: string, language: Language): string {
  // Intl formats a decimal string exactly; as a number it would pass through floating point.
  const exact = amount as unknown as number
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR' }).format(exact)
}

const formatNumber = (number: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 }).format(number)

function readAs(value: FieldValue | undefined, problem: string, accepted?: string): Reading {
  if (value !== undefined) return { value }
  return accepted === undefined ? { problem } : { problem, accepted }
}

function readAmount(typed: string): Reading {
  const value = readMoney(typed)
  const isAmbiguous = isAmbiguousAmount(typed)
  if (value === undefined) {
    return { problem: isAmbiguous ? 'ambiguousAmount' : 'notAnAmount', accepted: '1 250,00' }
  }
  return isAmbiguous ? { value, warning: 'dotForThousands' } : { value }
}

function readId(typed: string): number | undefined {
  const id = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return isId(id) ? id : undefined
}

function readChecked(
  number: string | undefined,
  hasRightCheck: (number: string) => boolean,
  problem: string,
): Reading {
  if (number === undefined) return { problem }
  return hasRightCheck(number) ? { value: number } : { value: number, warning: 'wrongCheckDigits' }
}

function readChoice(typed: string, field: Field): Reading {
  const wanted = foldText(typed.trim())
  const choice = (field.choices ?? []).find(one => namesOf(one).some(name => foldText(name) === wanted))
  return choice ? { value: choice.value } : { problem: 'notAChoice' }
}

function readSet(typed: string, field: Field): Reading {
  const values: (string | number)[] = []
  for (const part of typed.split(/[,;|]/).filter(text => text.trim() !== '')) {
    const reading = readChoice(part, field)
    if ('problem' in reading) return reading
    values.push(reading.value as string | number)
  }
  return { value: [...new Set(values)] }
}

function namesOf(choice: Choice): string[] {
  const texts = [choice.label, ...(choice.short === undefined ? [] : [choice.short])]
  const names = texts.flatMap(text => (typeof text === 'string' ? [text] : Object.values(text)))
  // A code is a name too; the id of a thing of the firm is none, or it would stand before another's name.
  const codes = typeof choice.value === 'string' ? [choice.value] : []
  return [...codes, ...names, ...(choice.aliases ?? [])]
}

/** The label of a value, in short when the choice has a short one. */
export function formatChoice(value: FieldValue, field: Field, language: Language): string {
  const choice = field.choices?.find(one => one.value === value)
  return choice ? inLanguage(choice.short ?? choice.label, language) : asText(value)
}

/** True for a value that is not, or no longer, among the choices of a field that has some. */
export const isUnknownChoice = (value: unknown, field: Field): boolean =>
  ['choice', 'set'].includes(familyOf(field)) &&
  field.kind !== 'client' &&
  !field.choices?.some(choice => choice.value === value)

const isEmail = (typed: string): boolean =>
  typed.length <= 254 && /^[^\s@,;<>()"]+@[^\s@,;<>()"]+\.[^\s@,;<>()"]{2,}$/.test(typed)

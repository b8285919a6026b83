import { hasRightNationalCheck, readNationalNumber } from '#kernel/belgium/national-number.ts'
import type { Field, FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { meaningOf, type Reading } from '#kernel/fields/field-kinds.ts'
import { tidyText } from '#kernel/fields/tidy-text.ts'
import { maxLengthOf } from '#kernel/fields/value-length.ts'
import { oneLine } from '#kernel/text.ts'
import { withMonthNumber } from './month-names.ts'
import { type Cell, cellText, isUncomputed } from './sheet.ts'
import { choiceByName, isOtherName, userByName } from './value-names.ts'

/** What a cell says of a field. With a problem it says nothing that could be kept; a warning can be accepted. */
export type CellReading =
  | { value: FieldValue; warning?: Extract<Reading, { value: FieldValue }>['warning'] | 'uncomputedFormula' }
  | { problem: string; params?: Readonly<Record<string, string | number>> }

/** Reads a cell as leniently as can be without guessing what was meant; an empty cell reads as a missing value. */
export function readCell(cell: Cell | undefined, field: Field): CellReading {
  if (isUncomputed(cell)) return { value: null, warning: 'uncomputedFormula' }
  if (typeof cell === 'boolean' && field.kind === 'yesNo') return { value: cell }
  const text = tidyText(field.kind, cellText(cell))
  if (text === '' || saysNothing(text, field)) return { value: null }
  if (EXCEL_ERROR.test(text)) return { problem: 'excelError' }
  const limit = maxLengthOf(field.kind)
  if (text.length > limit) return { problem: 'tooLong', params: { limit, length: text.length } }
  const typed = typeof cell === 'number' ? textOfNumber(cell, field.kind) : textAsTyped(text, field.kind)
  if (typed === undefined) return { problem: field.kind === 'money' ? 'tooManyDecimals' : 'roundedByExcel' }
  return readText(typed, field)
}

function readText(text: string, field: Field): CellReading {
  const byName = NAMED_KINDS[field.kind]
  if (byName) {
    const value = byName(text, field)
    return value === undefined ? { problem: 'notAChoice' } : { value }
  }
  const reading = meaningOf(field.kind).read(text, field)
  if ('value' in reading || reading.accepted === undefined) return reading
  return { problem: reading.problem, params: { accepted: reading.accepted } }
}

/** Kinds whose values a file calls by name; their names are looked up, since there may be thousands of cells. */
const NAMED_KINDS: Partial<Record<FieldKind, (text: string, field: Field) => FieldValue | undefined>> = {
  choice: choiceByName,
  reference: choiceByName,
  user: userByName,
}

const EXCEL_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/

/** A cell may have several lines, a value of a client has one. */
export const cleanText = (cell: Cell | undefined): string => oneLine(cellText(cell))

const NOTHING = /^([-–—/._?]+|n\/?a|nvt|n\.v\.t\.?|n[ée]ant|nihil|0{1,2}[/.-]0{1,2}[/.-]0{2,4})$/i
const NUMBER_NOTHING =
  /^(0+|non|nee|nein|no|aucun|geen|keine|non assujetti|niet btw-plichtig|en cours|in aanvraag)$/i
const NUMBER_KINDS: readonly FieldKind[] = ['enterpriseNumber', 'vatNumber', 'nationalNumber']

/** What people type where there is nothing to say. */
function saysNothing(text: string, { id, kind }: Field): boolean {
  if (isOtherName(text, id)) return false
  if (kind === 'yesNo') return NOTHING.test(text) && text !== '-'
  return NOTHING.test(text) || (NUMBER_KINDS.includes(kind) && NUMBER_NOTHING.test(text))
}

/** The number as a person would have typed it into that field; undefined for one that the field cannot hold. */
function textOfNumber(number: number, kind: FieldKind): string | undefined {
  if (!Number.isFinite(number)) return undefined
  if (kind === 'money') return textOfAmount(number)
  if (kind === 'number') return textOfDecimal(number)
  if (kind === 'nationalNumber') return withLostZeros(String(number))
  if (kind === 'phone') return textOfPhone(String(number))
  return Number.isSafeInteger(number) || Math.abs(number) < 1e15 ? String(number) : undefined
}

/** Excel works in binary fractions: what is within a thousandth of a cent is that cent. */
function textOfAmount(amount: number): string | undefined {
  const cents = Math.round(amount * 100)
  return Math.abs(amount * 100 - cents) < 0.001 ? (cents / 100).toFixed(2) : undefined
}

/** What binary fractions add beyond the sixth decimal is no part of the number. */
function textOfDecimal(number: number): string | undefined {
  const rounded = Number(number.toFixed(6))
  // With a comma: a dot before three digits would be that of thousands.
  return Math.abs(number - rounded) < 1e-9 ? String(rounded).replace('.', ',') : undefined
}

/** Births of 2000 to 2009 start with zeros that a number does not keep. */
function withLostZeros(digits: string): string {
  const padded = digits.padStart(11, '0')
  return digits.length >= 9 && readNationalNumber(padded) && hasRightNationalCheck(padded) ? padded : digits
}

/** Belgian numbers have eight digits after the zero that a number does not keep, mobile ones nine. */
function textOfPhone(digits: string): string {
  if (/^32\d{8,9}$/.test(digits)) return `+${digits}`
  return /^([1-9]\d{7}|4\d{8})$/.test(digits) ? `0${digits}` : digits
}

function textAsTyped(text: string, kind: FieldKind): string | undefined {
  switch (kind) {
    case 'date':
    case 'identityDocument':
    case 'dayOfYear':
      return withMonthNumber(text)
    case 'enterpriseNumber':
    case 'vatNumber':
    case 'nationalNumber':
      return withoutExponent(text.replace(/^'/, ''))
    case 'email':
      return bareAddress(text)
    default:
      // What keeps a text from being a formula in a file that was downloaded here and is imported again.
      return text.replace(/^'(?=[=+\-@])/, '')
  }
}

/** `anne@dupont.be` out of `Anne Dupont <anne@dupont.be>` and `mailto:anne@dupont.be`, as mail programs copy it. */
const bareAddress = (text: string): string => text.replace(/^.*<|>$|^mailto:/gi, '')

/** `403170701` out of `4.03170701E+8`; undefined for `4,03E+08`, of which digits are lost. */
function withoutExponent(text: string): string | undefined {
  const parts = /^(\d)[.,](\d+)E\+?(\d+)$/i.exec(text)
  if (!parts) return text
  const [, first = '', rest = '', exponent] = parts
  return rest.length === Number(exponent) ? first + rest : undefined
}

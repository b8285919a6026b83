import { type Day, dayExists, isDay, toDay } from '../day.ts'
import { amountOf, centsOf } from '../money.ts'
import { numberOf } from '../number.ts'
import { foldText } from '../text.ts'

/** A day out of `31/12/2025`, `31.12.25`, `2025-12-31`, each with or without a time, or Excel's serial number (46022). */
export function readDay(typed: string): Day | undefined {
  const text = typed.trim()
  if (isDay(text)) return text
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const belgian = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ]+\d{1,2}:.*)?$/.exec(text)
  if (belgian) return existing(fullYear(String(belgian[3])), Number(belgian[2]), Number(belgian[1]))
  const bare = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text)
  if (bare) return existing(Number(bare[3]), Number(bare[2]), Number(bare[1]))
  return /^\d{5}(\.\d+)?$/.test(text) ? dayOfExcelSerial(Number(text)) : undefined
}

/** How many days the serial numbers of old Macs are behind. */
export const DAYS_FROM_1900_TO_1904 = 1462

/**
 * The day of an Excel serial number in the 1900 date system, where 1 is 1 January 1900 and 60 is a 29 February 1900
 * that never was; so from 61 on the count starts on 30 December 1899.
 */
export function dayOfExcelSerial(serial: number): Day {
  const days = Math.floor(serial)
  return new Date(Date.UTC(1899, 11, days > 60 ? 30 : 31) + days * 86_400_000).toISOString().slice(0, 10)
}

/** `12-31` out of `31/12`, `31-12`, `12-31` (when only that order can be) or a whole day. */
export function readDayOfYear(typed: string): string | undefined {
  const whole = readDay(typed)
  if (whole) return whole.slice(5)
  const parts = /^(\d{1,2})[-/. ](\d{1,2})\.?$/.exec(typed.trim())
  if (!parts) return undefined
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  return (existing(2024, second, first) ?? existing(2024, first, second))?.slice(5)
}

const WITH_DECIMAL_COMMA = /^(-?)(\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/
// A lone comma before three digits is the decimal sign of most Belgians, and the thousands of others.
const WITH_DECIMAL_POINT = /^(-?)(?![1-9]\d{0,2},\d{3}$)(\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/

/**
 * A decimal string out of `1 250,00`, `1.250,00`, `1250.5` or `€ 1250`; at most two decimals. `1.250` is read as
 * Belgians write thousands; `1,250` is not read.
 */
export function readMoney(typed: string): string | undefined {
  const text = bareAmount(typed)
  const [, sign, euros = '', decimals = ''] =
    WITH_DECIMAL_COMMA.exec(text) ?? WITH_DECIMAL_POINT.exec(text) ?? []
  if (euros === '' && decimals === '') return undefined
  const digits = euros.replace(/\D/g, '').replace(/^0+/, '') || '0'
  const cents = centsOf(`${sign}${digits}.${decimals.padEnd(2, '0')}`)
  return cents === undefined ? undefined : amountOf(cents)
}

const NUMBER_WITH_COMMA = /^(-?)(\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/
const NUMBER_WITH_POINT = /^(-?)(\d*|[1-9]\d{0,2}(?:,\d{3}){2,})(?:\.(\d+))?$/

/** A number out of `1 250,5`, `1.250,5` or `1250.5`; at most twelve digits before the decimal sign and six behind it. */
export function readNumber(typed: string): number | undefined {
  const text = typed.replace(/[\s\u00a0\u202f']/g, '')
  const [, sign, whole = '', decimals = ''] =
    NUMBER_WITH_COMMA.exec(text) ?? NUMBER_WITH_POINT.exec(text) ?? []
  if (whole === '' && decimals === '') return undefined
  const digits = whole.replace(/\D/g, '').replace(/^0+/, '') || '0'
  return numberOf(`${sign}${digits}${decimals === '' ? '' : `.${decimals.replace(/0+$/, '') || '0'}`}`)
}

const WEB_ADDRESS = /^https?:\/\/(?:[^\s/?#@:.]+\.)+[^\s/?#@:.]{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/i

/** An address on the web, with `https://` before one that has no scheme. */
export function readUrl(typed: string): string | undefined {
  const text = typed.trim()
  const url = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return WEB_ADDRESS.test(url) ? url : undefined
}

/** True for `1.250` and `1,250`, which are a thousand and more to some people, one and a quarter to others. */
export const isAmbiguousAmount = (typed: string): boolean =>
  /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(bareAmount(typed))

/** True for `1.250`, which is read as Belgians write thousands, though somebody else may mean one and a quarter. */
export const isDotForThousands = (typed: string): boolean =>
  isAmbiguousAmount(typed) && bareAmount(typed).includes('.')

const bareAmount = (typed: string): string => typed.replace(/[\s\u00a0\u202f€']|EUR/gi, '')

const YES = new Set(['oui', 'o', 'yes', 'y', 'ja', 'j', 'true', 'vrai', 'waar', 'wahr', '1', 'x'])
const NO = new Set(['non', 'n', 'no', 'nee', 'nein', 'false', 'faux', 'onwaar', 'falsch', '0', '-'])

export function readBoolean(typed: string): boolean | undefined {
  const word = foldText(typed.trim())
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

const existing = (year: number, month: number, day: number): Day | undefined =>
  dayExists(year, month, day) ? toDay(year, month, day) : undefined

// Two-digit years: 69 and below are of this century, as in Excel's own window moved to what accountants type.
const fullYear = (typed: string): number =>
  typed.length === 4 ? Number(typed) : Number(typed) + (Number(typed) < 70 ? 2000 : 1900)

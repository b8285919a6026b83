import { hasRightEnterpriseCheck } from './enterprise-number.ts'
import { withoutSeparators } from './separators.ts'

/**
 * National register number: eleven digits, the last two being 97 − (first nine mod 97), with a 2 in front of the
 * nine for births since 2000. In a bis number the month of birth is raised by 20 or 40.
 * Source: Royal Decree of 3 April 1984 on the composition of the identification number.
 */

/** What stands for a national number wherever it is masked. */
export const MASKED_NATIONAL_NUMBER = '••.••.••-•••.••'

/** Eleven digits out of what people type (dots, dashes, spaces), or undefined for any other shape. */
export function readNationalNumber(typed: string): string | undefined {
  const digits = withoutSeparators(typed)
  return /^\d{11}$/.test(digits) ? digits : undefined
}

/** True when check digits and the month and day of birth (0 when unknown, +20 or +40 for bis) can be. */
export function hasRightNationalCheck(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  if (!isBirthDate(digits)) return false
  const check = digits.slice(9)
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some(nine => nationalCheckDigits(nine) === check)
}

/**
 * True for a text in which a national number may stand, whole or but for its check digits, which the others determine:
 * what must stay out of addresses and logs. A right enterprise number is none.
 */
export function mayHoldNationalNumber(text: string): boolean {
  const runs = text.match(/\d(?:[\s./-]*\d)*/g) ?? []
  return runs.some(run => {
    const digits = withoutSeparators(run)
    if (digits.length >= 11) return true
    if (digits.length < 9 || hasRightEnterpriseCheck(digits.padStart(10, '0'))) return false
    return isBirthDate(digits)
  })
}

/** The check digits of nine digits, or of ten when a 2 stands in front. */
export const nationalCheckDigits = (nine: string): string => String(97 - (Number(nine) % 97)).padStart(2, '0')

function isBirthDate(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  return month <= 52 && month % 20 <= 12 && Number(digits.slice(4, 6)) <= 31
}

/** `85.07.30-033.28` */
export const formatNationalNumber = (digits: string): string =>
  digits.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5')

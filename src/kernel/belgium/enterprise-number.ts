import { withoutSeparators } from './separators.ts'

/**
 * Belgian enterprise number (BCE/KBO): ten digits starting with 0 or 1, the last two being
 * 97 − (first eight mod 97). Source: Royal Decree of 24 June 2003 on the enterprise number.
 */

/** Ten digits out of what people type (dots, spaces, `BE`, a lost leading zero), or undefined for any other shape. */
export function readEnterpriseNumber(typed: string): string | undefined {
  const digits = withoutSeparators(typed).replace(/^BE/i, '')
  if (/^[1-9]\d{8}$/.test(digits)) return `0${digits}`
  return isEnterpriseNumberShape(digits) ? digits : undefined
}

export const isEnterpriseNumberShape = (digits: string): boolean => /^[01]\d{9}$/.test(digits)

/** True when the check digits are right; the shape must be ten digits. */
export const hasRightEnterpriseCheck = (digits: string): boolean =>
  isEnterpriseNumberShape(digits) && enterpriseCheckDigits(digits.slice(0, 8)) === digits.slice(8)

/** The two check digits that go with the first eight digits. */
export const enterpriseCheckDigits = (firstEight: string): string =>
  String(97 - (Number(firstEight) % 97)).padStart(2, '0')

/** `0403.170.701`, as the institutions print it. */
export const formatEnterpriseNumber = (digits: string): string =>
  isEnterpriseNumberShape(digits) ? `${digits.slice(0, 4)}.${digits.slice(4, 7)}.${digits.slice(7)}` : digits

import {
  formatEnterpriseNumber,
  hasRightEnterpriseCheck,
  isEnterpriseNumberShape,
  readEnterpriseNumber,
} from './enterprise-number.ts'
import { withoutSeparators } from './separators.ts'

/**
 * VAT identification number: a country prefix and the national number; for Belgium `BE` and the enterprise number.
 * Shapes of the other countries: European Commission, VIES, "VAT identification number structure".
 */
const SHAPES: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}

/** What people put before the number: `TVA BE 0403.170.701`, `n° TVA: BE…`. */
const WORDS_BEFORE = /^(N[°ºO]?)?(TVA|BTW|MWST|VAT|UST)(NR|ID|IDNR)?:?(?=[A-Z]{2}|\d)/

/** `BE0403170701` out of what people type; without a country it is Belgian, and Greece is `EL`. Undefined for any other shape. */
export function readVatNumber(typed: string): string | undefined {
  const compact = withoutSeparators(typed).toUpperCase().replace(WORDS_BEFORE, '').replace(/^GR/, 'EL')
  const foreign = SHAPES[compact.slice(0, 2)]
  if (foreign) return foreign.test(compact.slice(2)) ? compact : undefined
  const digits = readEnterpriseNumber(compact)
  return digits && `BE${digits}`
}

/** True when the number is right as far as its own digits tell: the Belgian check, elsewhere the shape. */
export function hasRightVatCheck(number: string): boolean {
  if (number.startsWith('BE')) return hasRightEnterpriseCheck(number.slice(2))
  return SHAPES[number.slice(0, 2)]?.test(number.slice(2)) ?? false
}

/** `BE 0403.170.701`; a foreign number has a space after its country. */
export function formatVatNumber(number: string): string {
  const rest = number.slice(2)
  return `${number.slice(0, 2)} ${isEnterpriseNumberShape(rest) && number.startsWith('BE') ? formatEnterpriseNumber(rest) : rest}`
}

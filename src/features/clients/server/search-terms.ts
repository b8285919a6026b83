import { readNationalNumber } from '#kernel/belgium/national-number.ts'
import { squashText } from '#kernel/text.ts'

/** What the search box looks for: patterns for LIKE, and the hash of a national number when one was typed whole. */
export interface SearchTerms {
  patterns: string[]
  nationalNumberHash?: Buffer
}

/**
 * Reads what was typed into the search box. Accents, case, dots, apostrophes and white space do not count; a number may have its
 * separators and its `BE`. Undefined when nothing to look for was typed.
 */
export function readSearch(typed: string, hash: (nationalNumber: string) => Buffer): SearchTerms | undefined {
  const needle = squashText(typed)
  if (needle === '') return undefined
  const needles = [needle, ...numberIn(needle)].filter(text => !text.includes('\0') && text.isWellFormed())
  const national = readNationalNumber(typed)
  return {
    patterns: needles.map(containing),
    ...(national && { nationalNumberHash: hash(national) }),
  }
}

/** The pattern for LIKE of whatever contains a text. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** The digits of an enterprise number written with slashes, dashes or `BE`, when that differs from what was typed. */
function numberIn(needle: string): string[] {
  if (!/^(be)?[\d/-]*\d[\d/-]*$/.test(needle)) return []
  const digits = needle.replace(/^be/, '').replace(/[/-]/g, '')
  return digits === needle ? [] : [digits]
}

import type { Language } from '../language.ts'
import { POSTAL_CODE_TABLE } from './postal-code-table.ts'

/** Where a postal code leads: the municipality, or the former one that still gives its name to the address. */
export interface Locality {
  postalCode: string
  nl: string
  fr: string
}

/** True for a code that an address can have: those of municipalities and those that institutions have of their own. */
export const isBelgianPostalCode = (text: string): boolean => /^[1-9]\d{3}$/.test(text)

/** The locality of a postal code; undefined for the codes of institutions and for those that do not exist. */
export function findLocality(postalCode: string): Locality | undefined {
  localities ??= readTable()
  return localities.get(postalCode)
}

/**
 * The languages in which an address is written there (Acts on the use of languages in administrative matters,
 * 18 July 1966, articles 2–6), by the postal code's first digits.
 */
export function addressLanguages(postalCode: string): readonly ('fr' | 'nl' | 'de')[] {
  if (/^1[0-2]/.test(postalCode)) return ['fr', 'nl']
  if (postalCode.startsWith('47')) return ['de']
  return /^(1[34]|[4-7])/.test(postalCode) ? ['fr'] : ['nl']
}

/** The name of the town on an address: in the reader's language where it is one of the region's. */
export function townName({ postalCode, nl, fr }: Locality, language: Language): string {
  const languages = addressLanguages(postalCode)
  const used = languages.find(one => one === language) ?? languages[0]
  // The German-speaking municipalities have their German name in Dutch.
  return used === 'fr' ? fr : nl
}

let localities: ReadonlyMap<string, Locality> | undefined

const readTable = (): ReadonlyMap<string, Locality> =>
  new Map(
    POSTAL_CODE_TABLE.trim()
      .split('\n')
      .flatMap(readLine)
      .map(locality => [locality.postalCode, locality]),
  )

/** `90: 00 30 Gent/Gand, 60 Zelzate` → three localities. */
function readLine(line: string): Locality[] {
  const [firstDigits = '', municipalities = ''] = line.split(': ')
  return municipalities.split(', ').flatMap(municipality => {
    const [, codes = '', names = ''] = /^((?:\d\d )+)(.+)$/.exec(municipality) ?? []
    const [nl = '', fr = nl] = names.split('/')
    return codes
      .trim()
      .split(' ')
      .map(lastDigits => ({ postalCode: firstDigits + lastDigits, nl, fr }))
  })
}

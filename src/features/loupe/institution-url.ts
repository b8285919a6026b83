import { hasRightEnterpriseCheck, isEnterpriseNumberShape } from '#kernel/belgium/enterprise-number.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { Language } from '#kernel/language.ts'
import type { InstitutionLink } from './loupe-api.ts'

/** Why the page of an institution cannot be opened for a client. */
export type NoPageReason = 'noClient' | 'missingNumber' | 'foreignNumber' | 'wrongNumber' | 'badAddress'

/** Where a link leads for a client. `copies` is the number to paste into a portal that has no client pages. */
export type InstitutionPage = { url: string; copies?: string } | { reason: NoPageReason }

/** The page of an institution for a client, given its values; only its enterprise or VAT number can go into it. */
export function institutionPage(
  link: Pick<InstitutionLink, 'url' | 'needs'> & { languages: readonly string[] },
  values: FieldValues | undefined,
  language: Language,
): InstitutionPage {
  if (!values) return { reason: 'noClient' }
  const number = numberFor(link.needs, values)
  if (typeof number === 'object') return number
  const url = filledIn(link.url, {
    lang: link.languages.includes(language) ? language : (link.languages[0] ?? language),
    ...(number === undefined ? {} : { n10: number, n9: number.replace(/^0/, '') }),
  })
  if (url === undefined || !isWebAddress(url)) return { reason: 'badAddress' }
  const copied = values['identity.enterpriseNumber']
  return link.needs === 'nothing' && isNumber(copied) ? { url, copies: copied } : { url }
}

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s/?#]+/i.test(url)

/** The ten digits that a link needs, nothing when it needs none, or why there are none. */
function numberFor(
  needs: InstitutionLink['needs'],
  values: FieldValues,
): string | { reason: NoPageReason } | undefined {
  if (needs === 'nothing') return undefined
  const known = values[needs === 'vatNumber' ? 'identity.vatNumber' : 'identity.enterpriseNumber']
  if (typeof known !== 'string' || known === '') return { reason: 'missingNumber' }
  if (/^(?!BE)[A-Z]{2}/.test(known)) return { reason: 'foreignNumber' }
  const digits = known.replace(/^BE/, '')
  return hasRightEnterpriseCheck(digits) ? digits : { reason: 'wrongNumber' }
}

/** The pattern with every `{name}` replaced, or undefined when it has one that there is nothing for. */
function filledIn(pattern: string, replacements: Readonly<Record<string, string>>): string | undefined {
  const names = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '')
  if (names.some(name => !Object.hasOwn(replacements, name))) return undefined
  return pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => encodeURIComponent(replacements[name] ?? ''))
}

const isNumber = (value: unknown): value is string =>
  typeof value === 'string' && isEnterpriseNumberShape(value)

import type { FieldProblem } from '#kernel/app-error.ts'
import type { InstitutionLink } from './loupe-api.ts'

/** What stands in an address for something of the client or the user. */
const NUMBERS = ['{n10}', '{n9}']
const LANGUAGE = '{lang}'

/**
 * What is wrong with the address of an institution: it is on the web, only the enterprise or VAT number and the language
 * can be put into it, the number exactly when the institution needs one. A national number can never be put in.
 */
export function linkProblem({
  url,
  needs,
}: Pick<InstitutionLink, 'url' | 'needs'>): FieldProblem | undefined {
  if (!/^https?:\/\/[^\s/?#]+[^\s]*$/i.test(url)) {
    return problem('badValue', { value: url, accepted: 'https://…' })
  }
  const allowed: readonly string[] = needs === 'nothing' ? [LANGUAGE] : [...NUMBERS, LANGUAGE]
  const used: string[] = url.match(/\{[^{}]*\}?|\}/g) ?? []
  const unknown = used.find(one => !allowed.includes(one))
  if (unknown) return problem('unknownPlaceholder', { value: unknown, accepted: allowed.join(', ') })
  // In the name of the server, what is put in could lead anywhere.
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? ''
  if (host.includes('{')) return problem('unknownPlaceholder', { value: host, accepted: 'https://…/{n10}' })
  if (needs !== 'nothing' && !NUMBERS.some(number => used.includes(number))) {
    return problem('noPlaceholder', { accepted: NUMBERS.join(', ') })
  }
  return undefined
}

const problem = (name: string, params: Readonly<Record<string, string>>): FieldProblem => ({
  path: 'url',
  problem: name,
  params,
})

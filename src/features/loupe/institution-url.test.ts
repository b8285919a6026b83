import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldValues } from '#kernel/fields/field.ts'
import { inLanguage, LANGUAGES } from '#kernel/language.ts'
import { DEFAULT_LINKS } from './default-links.ts'
import { institutionPage } from './institution-url.ts'

const LEJEUNE: FieldValues = {
  'identity.name': 'Boulangerie Lejeune',
  'identity.enterpriseNumber': '0403170701',
  'identity.vatNumber': 'BE0403170701',
  'identity.nationalNumber': '85.07.30-•••.••',
}
const BCE = {
  url: 'https://bce.test/?lang={lang}&n={n10}',
  needs: 'enterpriseNumber',
  languages: ['fr', 'nl'],
} as const
const VIES = { url: 'https://vies.test/BE/{n10}', needs: 'vatNumber', languages: [] } as const
const PORTAL = { url: 'https://portail.test/{lang}/', needs: 'nothing', languages: ['fr', 'nl'] } as const

describe('the page of an institution', () => {
  test('has the number and the language of the user', () => {
    expect(institutionPage(BCE, LEJEUNE, 'nl')).toEqual({ url: 'https://bce.test/?lang=nl&n=0403170701' })
  })

  test('is in the first language of a site that lacks the user’s', () => {
    expect(institutionPage(BCE, LEJEUNE, 'de')).toEqual({ url: 'https://bce.test/?lang=fr&n=0403170701' })
  })

  test('can have the number without its leading zero', () => {
    expect(institutionPage({ ...BCE, url: 'https://x.test/{n9}' }, LEJEUNE, 'fr')).toEqual({
      url: 'https://x.test/403170701',
    })
  })

  test('of a portal without client pages is its entrance, and the number is copied', () => {
    expect(institutionPage(PORTAL, LEJEUNE, 'fr')).toEqual({
      url: 'https://portail.test/fr/',
      copies: '0403170701',
    })
    expect(institutionPage(PORTAL, { 'identity.enterpriseNumber': null }, 'fr')).toEqual({
      url: 'https://portail.test/fr/',
    })
  })

  test.each([
    ['no client is chosen', BCE, undefined, 'noClient'],
    ['it has no enterprise number', BCE, { 'identity.enterpriseNumber': null }, 'missingNumber'],
    ['it has no VAT number', VIES, { 'identity.enterpriseNumber': '0403170701' }, 'missingNumber'],
    ['the check digits are wrong', BCE, { 'identity.enterpriseNumber': '0403170702' }, 'wrongNumber'],
    ['the VAT number is not Belgian', VIES, { 'identity.vatNumber': 'LU26375245' }, 'foreignNumber'],
    [
      'the pattern asks for something else',
      { ...BCE, url: 'https://x.test/{nationalNumber}' },
      LEJEUNE,
      'badAddress',
    ],
    ['the address is not one of the web', { ...BCE, url: 'javascript:alert({n10})' }, LEJEUNE, 'badAddress'],
  ] as const)('cannot be opened when %s', (_why, link, values, reason) => {
    expect(institutionPage(link, values, 'fr')).toEqual({ reason })
  })

  test('never has a national number in it, whatever is asked for', () => {
    const pattern = fc.stringMatching(/^https:\/\/x\.test\/(\{(n10|n9|lang|nn|nationalNumber)\}){1,3}$/)
    fc.assert(
      fc.property(pattern, fc.constantFrom(...LANGUAGES), (url, language) => {
        const values = { ...LEJEUNE, 'identity.nationalNumber': '85073003328' }
        expect(JSON.stringify(institutionPage({ ...BCE, url }, values, language))).not.toContain(
          '85073003328',
        )
      }),
    )
  })
})

describe('the institutions that every firm starts with', () => {
  test.each(DEFAULT_LINKS.map(link => [inLanguage(link.name, 'fr'), link] as const))(
    'have a page in every language: %s',
    (_name, link) => {
      for (const language of LANGUAGES) {
        const page = institutionPage(link, LEJEUNE, language)
        expect(page).toHaveProperty('url', expect.stringMatching(/^https:\/\/[^{}]+$/))
      }
    },
  )
})

import { describe, expect, test } from 'vitest'
import { inLanguage } from '../language.ts'
import { foldText } from '../text.ts'
import { COUNTRIES } from './countries.ts'

describe('the countries', () => {
  test('begin with Belgium and its neighbours and go on in order of code', () => {
    const codes = COUNTRIES.map(country => String(country.value))
    expect(codes.slice(0, 6)).toEqual(['BE', 'FR', 'NL', 'DE', 'LU', 'AD'])
    expect(codes.slice(5)).toEqual(codes.slice(5).toSorted())
    expect(new Set(codes).size).toBe(249)
  })

  test('have a name of their own in each language', () => {
    for (const language of ['fr', 'nl', 'de', 'en'] as const) {
      const names = COUNTRIES.map(country => foldText(inLanguage(country.label, language)))
      expect(new Set(names).size).toBe(names.length)
      expect(names.filter(name => /^[a-z]{2}$/.test(name))).toEqual([])
    }
  })

  test('know Belgium by its four names', () => {
    expect(COUNTRIES[0]?.label).toEqual({ fr: 'Belgique', nl: 'België', de: 'Belgien', en: 'Belgium' })
  })
})

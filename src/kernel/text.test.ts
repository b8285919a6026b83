import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, squashText } from './text.ts'

describe('a folded text', () => {
  test.each([
    ['École', 'ecole'],
    ['e\u0301COLE', 'ecole'],
    ['ÀÉÎÕÜÇÑ', 'aeioucn'],
    ['Ångström', 'angstrom'],
    ['İstanbul', 'istanbul'],
    ['Straße Œuvre Łódź', 'straße œuvre łodz'],
    ['  L’Été. ', '  l’ete. '],
    ['🦊 ❤️', '🦊 ❤'],
    ['\u0301', ''],
  ])('of %j is %j', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('is the same for a text and its other spellings, and folds no further', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'É', 'e\u0301', 'ß', 'İ', 'Œ', '🦊', ' ', '\u0323'),
    })
    fc.assert(
      fc.property(texts, text => {
        expect(foldText(text.normalize('NFC'))).toBe(foldText(text))
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text))
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})

test.each([
  ['0403.170.701', '0403170701'],
  ['BE 0403 170 701', 'be0403170701'],
  ['0403\u00a0170\u202f701', '0403170701'],
  ['S.A. École\tdu\nParc', 'saecoleduparc'],
  ["D’Hondt d'Hondt D‘Hondt dʼhondt d`hondt d´hondt", 'dhondt'.repeat(6)],
])('a search sees %j as %j', (text, squashed) => {
  expect(squashText(text)).toBe(squashed)
})

import { expect, test } from 'vitest'
import { inLanguage, isLanguage } from './language.ts'

test('a text of the product is told in the language asked for, a name of the firm as it is', () => {
  const text = { fr: 'Nom', nl: 'Naam', de: 'Name', en: 'Name' }
  expect(inLanguage(text, 'nl')).toBe('Naam')
  expect(inLanguage('Dossiers Namur', 'nl')).toBe('Dossiers Namur')
})

test.each([
  ['fr', true],
  ['de', true],
  ['es', false],
  ['FR', false],
  ['toString', false],
  [undefined, false],
])('%j is a language of the product: %j', (value, known) => {
  expect(isLanguage(value)).toBe(known)
})

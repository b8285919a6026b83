import { expect, test } from 'vitest'
import { languageToStartIn } from './i18n.ts'

test.each([
  ['what this browser remembers comes first', 'de', ['nl-BE', 'en'], 'de'],
  ['then what the browser prefers, whatever the region', null, ['nl-BE', 'en'], 'nl'],
  ['a language that we do not have is passed over', null, ['pt-PT', 'DE-be', 'fr'], 'de'],
  ['English is what a browser asks for by itself', null, ['en-US', 'en'], 'fr'],
  ['something odd in the memory is no language', '__proto__', [], 'fr'],
  ['French when nothing fits', null, ['ja'], 'fr'],
] as const)('%s', (_name, remembered, preferred, expected) =>
  expect(languageToStartIn(remembered, preferred)).toBe(expected),
)

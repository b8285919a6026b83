import { expect, test } from 'vitest'
import { askedLanguage } from './asked-language.ts'

test.each([
  ['nl-BE,nl;q=0.9,fr;q=0.8', 'nl'],
  ['fr;q=0.4, de;q=0.7', 'de'],
  ['EN', 'en'],
  ['it, es;q=0.5', 'fr'],
  ['*', 'fr'],
  ['', 'fr'],
  [null, 'fr'],
  [';;q=,,', 'fr'],
])('Accept-Language %j asks for %s', (header, language) => {
  expect(askedLanguage(header)).toBe(language)
})

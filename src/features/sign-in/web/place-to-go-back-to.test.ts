import { expect, test } from 'vitest'
import { placeToGoBackTo } from './place-to-go-back-to.ts'

test('an address of ours is gone back to, with all that it says', () => {
  expect(placeToGoBackTo('/clients?q=dupont&portfolio=2')).toBe('/clients?q=dupont&portfolio=2')
})

test.each([
  '//elsewhere.test',
  '/\\elsewhere.test',
  'https://elsewhere.test',
  'javascript:alert(1)',
  '/sign-in?back=/sign-in',
  '',
  undefined,
  12,
])('%j leads to the start', asked => expect(placeToGoBackTo(asked)).toBe('/'))

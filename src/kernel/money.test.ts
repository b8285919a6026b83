import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountOf, centsOf } from './money.ts'

describe('an amount', () => {
  test.each([
    ['5', 500n],
    ['5.1', 510n],
    ['5.01', 501n],
    ['-0.50', -50n],
    ['-0', 0n],
    ['007', 700n],
    ['9999999999.99', 999_999_999_999n],
  ])('%s is %s cents', (amount, cents) => {
    expect(centsOf(amount)).toBe(cents)
  })

  test.each(['', '-', '.5', '5.', '5,00', '5.001', '1e3', '+5', ' 5', '5 ', '12345678901', '0x10', 'NaN'])(
    '%j is none',
    text => {
      expect(centsOf(text)).toBeUndefined()
    },
  )

  test.each([
    [0n, '0.00'],
    [7n, '0.07'],
    [-7n, '-0.07'],
    [-12_345n, '-123.45'],
  ])('of %s cents is written %s', (cents, amount) => {
    expect(amountOf(cents)).toBe(amount)
  })

  test('comes back exactly, however large', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), cents => {
        expect(centsOf(amountOf(cents))).toBe(cents)
      }),
    )
  })
})

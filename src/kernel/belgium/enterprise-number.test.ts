import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  enterpriseCheckDigits,
  formatEnterpriseNumber,
  hasRightEnterpriseCheck,
  readEnterpriseNumber,
} from './enterprise-number.ts'

describe('an enterprise number', () => {
  test.each([
    ['0403170701', '0403170701'],
    ['0403.170.701', '0403170701'],
    ['BE 0403.170.701', '0403170701'],
    ['be0403 170 701', '0403170701'],
    ['0403\u00a0170\u202f701', '0403170701'],
    ['0403–170–701', '0403170701'],
    ['403170701', '0403170701'],
    ['1000.000.035', '1000000035'],
    ['2403170701', undefined],
    ['40317070', undefined],
    ['04031707011', undefined],
    ['FR0403170701', undefined],
    ['douze', undefined],
  ])('typed as %j is read as %j', (typed, read) => {
    expect(readEnterpriseNumber(typed)).toBe(read)
  })

  test.each([
    ['0403170701', true],
    ['0403170702', false],
    ['0200065765', true],
    ['403170701', false],
  ])('%s has right check digits: %j', (digits, right) => {
    expect(hasRightEnterpriseCheck(digits)).toBe(right)
  })

  test('takes 97 and never 00 as check digits when the first eight divide by 97', () => {
    expect(enterpriseCheckDigits('00000097')).toBe('97')
  })

  test('with any one digit mistyped has a wrong check', () => {
    const numbers = fc.integer({ min: 0, max: 19_999_999 }).map(first => String(first).padStart(8, '0'))
    fc.assert(
      fc.property(numbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (firstEight, at, shift) => {
        const number = firstEight + enterpriseCheckDigits(firstEight)
        const mistyped = [...number]
          .map((digit, i) => (i === at ? (Number(digit) + shift) % 10 : digit))
          .join('')
        expect(hasRightEnterpriseCheck(number)).toBe(true)
        expect(hasRightEnterpriseCheck(mistyped)).toBe(false)
      }),
    )
  })

  test('reads back what it shows', () => {
    expect(formatEnterpriseNumber('0403170701')).toBe('0403.170.701')
    expect(readEnterpriseNumber(formatEnterpriseNumber('0403170701'))).toBe('0403170701')
  })
})

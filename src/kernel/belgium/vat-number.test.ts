import { describe, expect, test } from 'vitest'
import { formatVatNumber, hasRightVatCheck, readVatNumber } from './vat-number.ts'

describe('a VAT number', () => {
  test.each([
    ['BE 0403.170.701', 'BE0403170701'],
    ['0403.170.701', 'BE0403170701'],
    ['403170701', 'BE0403170701'],
    ['be403170701', 'BE0403170701'],
    ['lu 12345678', 'LU12345678'],
    ['NL 0012.34567.B01', 'NL001234567B01'],
    ['ATU12345678', 'ATU12345678'],
    ['FR 40 303 265 045', 'FR40303265045'],
    ['GR123456789', 'EL123456789'],
    ['LU1234567', undefined],
    ['BE2403170701', undefined],
    ['US123456789', undefined],
    ['', undefined],
  ])('typed as %j is read as %j', (typed, read) => {
    expect(readVatNumber(typed)).toBe(read)
  })

  test.each([
    ['BE0403170701', true],
    ['BE0403170702', false],
    ['DE811115368', true],
    ['DE81111536', false],
    ['XX123', false],
  ])('%s has a right check: %j', (number, right) => {
    expect(hasRightVatCheck(number)).toBe(right)
  })

  test('is shown with its country apart, a Belgian one with dots', () => {
    expect(formatVatNumber('BE0403170701')).toBe('BE 0403.170.701')
    expect(formatVatNumber('LU12345678')).toBe('LU 12345678')
  })
})

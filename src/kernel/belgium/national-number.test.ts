import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatNationalNumber,
  hasRightNationalCheck,
  mayHoldNationalNumber,
  nationalCheckDigits,
  readNationalNumber,
} from './national-number.ts'

describe('a national number', () => {
  test.each([
    ['85.07.30-033.28', '85073003328'],
    ['850730 033 28', '85073003328'],
    ['8507300332', undefined],
    ['85.07.30-033.2x', undefined],
  ])('typed as %j is read as %j', (typed, read) => {
    expect(readNationalNumber(typed)).toBe(read)
  })

  test.each([
    ['of the last century', '85073003328', true],
    ['with a wrong check', '85073003329', false],
    ['of this century', withCheck('010203001', '2'), true],
    ['of a day not known', withCheck('850000001'), true],
    ['of a bis number, sex not known', withCheck('852730001'), true],
    ['of a bis number, sex known', withCheck('854730001'), true],
    ['of a thirteenth month', withCheck('851330001'), false],
    ['of a month beyond those of a bis number', withCheck('855330001'), false],
    ['of a thirty-second day', withCheck('850732001'), false],
    ['of ten digits', '8507300332', false],
  ])('%s: %s is right: %j', (_of, digits, right) => {
    expect(hasRightNationalCheck(digits)).toBe(right)
  })

  test('made for any birthday and serial number passes its own check', () => {
    const birthdays = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2025-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(birthdays, fc.integer({ min: 1, max: 998 }), (birthday, serial) => {
        const day = birthday.toISOString().slice(0, 10)
        const nine = day.slice(2).replaceAll('-', '') + String(serial).padStart(3, '0')
        expect(hasRightNationalCheck(withCheck(nine, day < '2000' ? '' : '2'))).toBe(true)
      }),
    )
  })

  test('is shown in its own grouping', () => {
    expect(formatNationalNumber('85073003328')).toBe('85.07.30-033.28')
  })
})

function withCheck(nine: string, century = ''): string {
  return nine + nationalCheckDigits(century + nine)
}

describe('what may hold a national number', () => {
  test.each([
    '85073003328',
    '85.07.30-033.28',
    'NN 85073003328',
    '85.07.30-033.28 Dupont',
    '850730033',
    '85.07.30-033',
    '85.07.30-033.2',
    '05500100000',
  ])('is %j', text => expect(mayHoldNationalNumber(text)).toBe(true))

  test.each(['0403.170.701', 'BE 0403 170 701', '403170701', '850730', 'Rue 85073', '02/555 12 12', ''])(
    'is not %j',
    text => expect(mayHoldNationalNumber(text)).toBe(false),
  )
})

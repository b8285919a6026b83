import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../day.ts'
import { amountOf } from '../money.ts'
import {
  dayOfExcelSerial,
  isAmbiguousAmount,
  readBoolean,
  readDay,
  readDayOfYear,
  readMoney,
} from './read-values.ts'

describe('a day as people type it', () => {
  test.each([
    ['01012000', '2000-01-01'],
    ['31022000', undefined],
    ['20101112', undefined],
    ['31/12/2025', '2025-12-31'],
    ['1/2/2025', '2025-02-01'],
    ['31.12.25', '2025-12-31'],
    ['31-12-69', '2069-12-31'],
    ['31-12-70', '1970-12-31'],
    ['31 12 2025', '2025-12-31'],
    [' 2025-12-31 ', '2025-12-31'],
    ['2025/1/2', '2025-01-02'],
    ['2025-12-31T10:00:00', '2025-12-31'],
    ['2025-12-31 10:00', '2025-12-31'],
    ['31/12/2025 00:00:00', '2025-12-31'],
    ['31.12.25 9:30', '2025-12-31'],
    ['31/12/2025 00', undefined],
    ['46022', '2025-12-31'],
    ['46022.75', '2025-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', undefined],
    ['12/31/2025', undefined],
    ['31/12', undefined],
    ['31/12/205', undefined],
    ['demain', undefined],
    ['', undefined],
    ['-46022', undefined],
  ])('%j is read as %j', (typed, day) => {
    expect(readDay(typed)).toBe(day)
  })

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [46_022.99, '2025-12-31'],
  ])('the serial number %d of Excel is %s', (serial, day) => {
    expect(dayOfExcelSerial(serial)).toBe(day)
  })

  test('is read from every way of writing it', () => {
    const days = fc.integer({ min: 0, max: 25_000 }).map(count => addDays('1970-01-01', count))
    fc.assert(
      fc.property(days, day => {
        const [year, month, date] = day.split('-')
        for (const mark of ['/', '.', '-', ' '])
          expect(readDay(`${date}${mark}${month}${mark}${year}`)).toBe(day)
        expect(readDay(day)).toBe(day)
      }),
    )
  })
})

test.each([
  ['31/12', '12-31'],
  ['30-6', '06-30'],
  ['30.06.', '06-30'],
  ['12-31', '12-31'],
  ['05-06', '06-05'],
  ['29/02', '02-29'],
  ['31/12/2025', '12-31'],
  ['30/02', undefined],
  ['31/13', undefined],
  ['décembre', undefined],
])('the day of the year %j is read as %j', (typed, day) => {
  expect(readDayOfYear(typed)).toBe(day)
})

describe('an amount as people type it', () => {
  test.each([
    ['1 250,00', '1250.00'],
    ['1\u202f250,5', '1250.50'],
    ['1.250,00', '1250.00'],
    ['1,250.00', '1250.00'],
    ["1'250.00", '1250.00'],
    ['1.234.567,8', '1234567.80'],
    ['1.250', '1250.00'],
    ['12.500', '12500.00'],
    ['1,250', undefined],
    ['1,234,567', '1234567.00'],
    ['0,125', undefined],
    ['0.125', undefined],
    ['0.125,00', undefined],
    ['-0,125', undefined],
    ['012.500', undefined],
    ['0,12', '0.12'],
    ['1250.5', '1250.50'],
    ['€ 1250', '1250.00'],
    ['1250 EUR', '1250.00'],
    [',5', '0.50'],
    ['-12,3', '-12.30'],
    ['-0', '0.00'],
    ['007', '7.00'],
    ['00000000012', '12.00'],
    ['9999999999,99', '9999999999.99'],
    ['10000000000', undefined],
    ['1.2.3', undefined],
    ['12.34,5', undefined],
    ['1.250.5', undefined],
    ['1,250,5', undefined],
    ['12.5000', undefined],
    ['5,', undefined],
    ['', undefined],
    ['-', undefined],
    [',', undefined],
    ['--5', undefined],
    ['5-', undefined],
    ['cinq', undefined],
    ['1e3', undefined],
  ])('%j is read as %j', (typed, amount) => {
    expect(readMoney(typed)).toBe(amount)
  })

  test('is read from every way of writing it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999_999n, max: 999_999_999_999n }), cents => {
        const amount = amountOf(cents)
        const grouped = amount.replace(/\B(?=(\d{3})+\.)/g, ' ')
        const belgian = grouped.replaceAll(' ', '.').replace(/\.(\d\d)$/, ',$1')
        for (const typed of [amount, grouped, belgian, `€ ${amount.replace('.', ',')}`]) {
          expect(readMoney(typed)).toBe(amount)
        }
      }),
    )
  })
})

test.each([
  ['1.250', true],
  ['€ -12,500', true],
  ['1.250,00', false],
  ['1,250.00', false],
  ['1.234.567', false],
  ['1 250', false],
  ['0,125', false],
  ['1,25', false],
])('an amount that is more or less than it seems, typed as %j: %j', (typed, is) => {
  expect(isAmbiguousAmount(typed)).toBe(is)
})

test.each([
  ['oui', true],
  [' OUI ', true],
  ['Ja', true],
  ['x', true],
  ['1', true],
  ['vrai', true],
  ['Nee', false],
  ['NON', false],
  ['falsch', false],
  ['0', false],
  ['-', false],
  ['peut-être', undefined],
  ['', undefined],
  ['2', undefined],
])('yes or no, typed as %j, is read as %j', (typed, answer) => {
  expect(readBoolean(typed)).toBe(answer)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, belgianDay, isDay, isDayOfYear, toDay } from './day.ts'

describe('a day', () => {
  test.each<[unknown, boolean]>([
    ['2026-01-31', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['0001-01-01', true],
    ['9999-12-31', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['2026-1-1', false],
    ['31/12/2026', false],
    ['2026-12-31T00:00:00Z', false],
    ['2026-12-31\n', false],
    [20261231, false],
    [null, false],
  ])('%j exists: %j', (value, exists) => {
    expect(isDay(value)).toBe(exists)
  })

  test('is written with all its digits', () => {
    expect(toDay(987, 6, 5)).toBe('0987-06-05')
  })

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-06-15', 0, '2026-06-15'],
    ['2026-06-15', -36_500, '1926-07-10'],
  ])('%s is followed %i days later by %s', (day, count, later) => {
    expect(addDays(day, count)).toBe(later)
  })

  test('is found again by going as far back, and lies after an earlier one as a text too', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map(count => addDays('1900-01-01', count))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 36_500 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day)
        expect(addDays(day, count) > day).toBe(true)
        expect(isDay(addDays(day, count))).toBe(true)
      }),
    )
  })

  test.each([
    ['2026-01-31T22:59:59Z', '2026-01-31'],
    ['2026-01-31T23:00:00Z', '2026-02-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
  ])('begins in Belgium at its own midnight: %s is in %s', (moment, day) => {
    expect(belgianDay(new Date(moment))).toBe(day)
  })
})

test.each<[unknown, boolean]>([
  ['12-31', true],
  ['02-29', true],
  ['02-30', false],
  ['13-01', false],
  ['1-1', false],
  ['2026-12-31', false],
  [1231, false],
])('%j is a day of the year: %j', (value, exists) => {
  expect(isDayOfYear(value)).toBe(exists)
})

import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '#kernel/language.ts'
import { formatCount, formatMoment } from './format.ts'

describe('a count', () => {
  test.each([
    ['fr', '1 482'],
    ['nl', '1.482'],
    ['de', '1.482'],
  ] as const)('in %s reads %s', (language, expected) => expect(formatCount(1482, language)).toBe(expected))

  test.each(LANGUAGES)('in %s has no white space but plain spaces', language =>
    expect(formatCount(1_234_567, language)).toMatch(/^[\d.,' ]+$/),
  )
})

test('a moment is shown on the clock of Brussels, summer time included', () => {
  expect(formatMoment('2026-07-01T22:30:00Z', 'nl')).toContain('00:30')
  expect(formatMoment('2026-01-01T22:30:00Z', 'nl')).toContain('23:30')
})

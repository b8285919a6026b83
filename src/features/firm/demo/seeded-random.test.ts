import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'

const draws = (seed: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: 50 }, () => random.between(1, 1_000_000))
}

describe('seeded random', () => {
  test('repeats itself for a seed, and for no other', () => {
    expect(draws(7)).toEqual(draws(7))
    expect(draws(7)).not.toEqual(draws(8))
  })

  test('draws whole numbers between two ends, both of them included', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(5), (seed, least, width) => {
        const random = seededRandom(seed)
        const drawn = new Set(Array.from({ length: 300 }, () => random.between(least, least + width)))
        expect([...drawn].toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: width + 1 }, (_, i) => least + i),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('draws a value as often as its weight says', () => {
    const random = seededRandom(1)
    const drawn = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['a', 9],
        ['b', 1],
        ['never', 0],
      ] as const),
    )
    expect(drawn.filter(one => one === 'b').length / 10_000).toBeCloseTo(0.1, 1)
    expect(drawn).not.toContain('never')
  })

  test('draws days between two days, both of them included', () => {
    const random = seededRandom(1)
    const drawn = new Set(Array.from({ length: 200 }, () => random.day('2024-02-28', '2024-03-01')))
    expect([...drawn].toSorted()).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(random.day('2024-03-01', '2024-02-01')).toBe('2024-03-01')
  })

  test('refuses to draw from nothing', () => {
    expect(() => seededRandom(1).pick([])).toThrow(RangeError)
  })
})

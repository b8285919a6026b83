import { addDays, type Day } from '#kernel/day.ts'

/** Chance that repeats itself: the same seed gives the same draws, everywhere. */
export interface Random {
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T
  /** A day, both ends included; the first one when they stand the wrong way round. */
  day(first: Day, last: Day): Day
}

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed)
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    chance: probability => next() < probability,
    pick: list => existing(list[between(0, list.length - 1)]),
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      const found = choices.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return existing(found ?? choices.at(-1))[0]
    },
    day: (first, last) => addDays(first, between(0, Math.max(0, daysBetween(first, last)))),
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): good enough for examples, and never for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const daysBetween = (first: Day, last: Day): number => (Date.parse(last) - Date.parse(first)) / 86_400_000

function existing<T>(drawn: T | undefined): T {
  if (drawn === undefined) throw new RangeError('There is nothing to draw from.')
  return drawn
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rowLoader } from './row-loader.ts'
import { RowStore } from './row-store.ts'

interface Row {
  id: number
}

/** A list of a thousand rows whose loading ends when the test says so. */
function listOf() {
  const ids = Array.from({ length: 1000 }, (_, index) => index + 1)
  const asked: { first: number; last: number; answer: () => void; fail: () => void }[] = []
  const painted: number[] = []
  const failures: unknown[] = []
  const store = new RowStore<Row>(
    wanted =>
      new Promise((resolve, reject) => {
        const [first = 0] = wanted
        const last = wanted.at(-1) ?? 0
        const answer = () => resolve(wanted.map(id => ({ id })))
        asked.push({ first, last, answer, fail: () => reject(new Error('away')) })
      }),
    () => true,
  )
  const loader = rowLoader(
    () => ({ ids, store }),
    loaded => painted.push(...loaded),
    error => failures.push(error),
  )
  return { loader, asked, painted, failures }
}

const soon = () => vi.advanceTimersByTimeAsync(0)
const aMoment = () => vi.advanceTimersByTimeAsync(150)

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the rows in sight are loaded first, and then those around them', async () => {
  const { loader, asked, painted } = listOf()
  loader.show(500, 519)
  expect(asked).toMatchObject([{ first: 501, last: 520 }])
  asked[0]?.answer()
  await soon()
  expect(painted).toHaveLength(20)
  expect(asked).toHaveLength(1)
  await aMoment()
  expect(asked[1]).toMatchObject({ first: 426, last: 595 })
  asked[1]?.answer()
  await soon()
  expect(painted).toHaveLength(170)
})

test('of the windows that pass by while one is loading, only the last is asked for', async () => {
  const { loader, asked } = listOf()
  loader.show(0, 19)
  for (const first of [200, 400, 600]) loader.show(first, first + 19)
  asked[0]?.answer()
  await soon()
  expect(asked.map(({ first }) => first)).toEqual([1, 601])
})

test('who waits for the rows in sight waits for those that are shown last', async () => {
  const { loader, asked } = listOf()
  let isThere = false
  loader.show(0, 19)
  loader.show(600, 619)
  void loader.inSight().then(() => {
    isThere = true
  })
  asked[0]?.answer()
  await soon()
  expect(isThere).toBe(false)
  asked[1]?.answer()
  await soon()
  expect(isThere).toBe(true)
})

test('rows around are not asked for once others are in sight', async () => {
  const { loader, asked } = listOf()
  loader.show(0, 19)
  asked[0]?.answer()
  await soon()
  loader.show(600, 619)
  await aMoment()
  expect(asked.map(({ first }) => first)).toEqual([1, 601])
})

test('a list that ends in sight is loaded to its end', () => {
  const { loader, asked } = listOf()
  loader.show(990, 1010)
  expect(asked).toMatchObject([{ first: 991, last: 1000 }])
})

test('a failure is told once, and the next look tries again', async () => {
  const { loader, asked, failures } = listOf()
  loader.show(0, 19)
  asked[0]?.fail()
  await soon()
  expect(failures).toHaveLength(1)
  loader.show(0, 19)
  expect(asked).toHaveLength(2)
})

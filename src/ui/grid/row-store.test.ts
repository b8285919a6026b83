import { describe, expect, test } from 'vitest'
import { RowStore } from './row-store.ts'

interface Row {
  id: number
  values: Record<string, string>
}

function storeOf(known: readonly Row[], wanted: readonly string[] = ['name']) {
  const asked: number[][] = []
  const store = new RowStore<Row>(
    async ids => {
      asked.push([...ids])
      return known.filter(row => ids.includes(row.id))
    },
    row => wanted.every(field => field in row.values),
  )
  return { store, asked }
}

const row = (id: number): Row => ({ id, values: { name: `Client ${id}` } })

describe('the rows kept in the browser', () => {
  test('only rows that are not there yet are loaded', async () => {
    const { store, asked } = storeOf([row(1), row(2), row(3)])
    store.put([row(2)])
    await store.fill([1, 2, 3])
    expect(asked).toEqual([[1, 3]])
    expect(store.get(3)).toEqual(row(3))
  })

  test('a row that lacks a shown value is loaded again', async () => {
    const { store, asked } = storeOf([row(1)])
    store.put([{ id: 1, values: { city: 'Namur' } }])
    await store.fill([1])
    expect(asked).toEqual([[1]])
    expect(store.get(1)?.values.name).toBe('Client 1')
  })

  test('a row that is gone is asked for once only', async () => {
    const { store, asked } = storeOf([])
    await store.fill([4])
    await store.fill([4])
    expect(asked).toEqual([[4]])
    expect(store.get(4)).toBeUndefined()
  })

  test('a row that is on its way is not asked for again', async () => {
    const { store, asked } = storeOf([row(1), row(2)])
    await Promise.all([store.fill([1]), store.fill([1, 2])])
    expect(asked).toEqual([[1], [2]])
    expect(store.get(2)).toEqual(row(2))
  })

  test('a row that comes without a value that is wanted since is asked for again', async () => {
    const wanted = ['name']
    const answers = [
      { id: 1, values: { name: 'Client 1' } },
      { id: 1, values: { name: 'Client 1', city: 'Namur' } },
    ]
    const store = new RowStore<Row>(
      async () => answers.splice(0, 1),
      candidate => wanted.every(field => field in candidate.values),
    )
    const first = store.fill([1])
    wanted.push('city')
    await Promise.all([first, store.fill([1])])
    expect(store.get(1)?.values.city).toBe('Namur')
  })

  test('what could not be loaded is asked for again', async () => {
    let isAway = true
    const store = new RowStore<Row>(
      async ids => {
        if (isAway) throw new Error('away')
        return ids.map(row)
      },
      () => true,
    )
    await expect(store.fill([1])).rejects.toThrow('away')
    isAway = false
    await store.fill([1])
    expect(store.get(1)).toEqual(row(1))
  })

  test('nothing is asked when everything is there', async () => {
    const { store, asked } = storeOf([])
    store.put([row(1)])
    await store.fill([1])
    expect(asked).toEqual([])
  })

  test('the oldest rows are dropped when there are too many', () => {
    const { store } = storeOf([])
    store.put(Array.from({ length: 10_001 }, (_, index) => row(index + 1)))
    expect(store.get(1)).toBeUndefined()
    expect(store.get(2)).toBeDefined()
    expect(store.get(10_001)).toBeDefined()
  })

  test('a row that has changed is shown as it was until it is loaded again', async () => {
    const known = [row(1), row(2)]
    const { store, asked } = storeOf(known)
    await store.fill([1, 2])
    known[0] = { id: 1, values: { name: 'Renamed' } }
    store.expire([1])
    expect(store.get(1)).toEqual(row(1))
    await store.fill([1, 2])
    expect(asked).toEqual([[1, 2], [1]])
    expect(store.get(1)?.values.name).toBe('Renamed')
  })

  test('what was read before a change never takes the place of what is read after it', async () => {
    const answers: ((rows: Row[]) => void)[] = []
    const store = new RowStore<Row>(
      () => new Promise(resolve => answers.push(resolve)),
      () => true,
    )
    const before = store.fill([1])
    store.expire([1])
    const after = store.fill([1])
    answers[1]?.([{ id: 1, values: { name: 'After' } }])
    answers[0]?.([{ id: 1, values: { name: 'Before' } }])
    await Promise.all([before, after])
    expect(store.get(1)?.values.name).toBe('After')
  })

  test('a row that is gone may be back once everything is loaded again, and the other way round', async () => {
    const known = [row(1)]
    const { store } = storeOf(known)
    await store.fill([1, 2])
    known.splice(0, 1, row(2))
    store.expire()
    await store.fill([1, 2])
    expect([store.isGone(1), store.get(1), store.isGone(2), store.get(2)?.id]).toEqual([
      true,
      undefined,
      false,
      2,
    ])
  })
})

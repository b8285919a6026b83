import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isEveryRowSelected,
  keepListed,
  NO_SELECTION,
  selectRange,
  toggleAll,
  toggleRow,
} from './row-selection.ts'

const order = [7, 3, 9, 1, 5]
const idsOf = (selection: { ids: ReadonlySet<number> }) => [...selection.ids].sort()

describe('selecting rows', () => {
  test('a toggled row is selected, and toggled again it is not', () => {
    const once = toggleRow(NO_SELECTION, 3)
    expect(idsOf(once)).toEqual([3])
    expect(idsOf(toggleRow(once, 3))).toEqual([])
  })

  test('a range goes from the last toggled row, in the order of the list, either way', () => {
    expect(idsOf(selectRange(toggleRow(NO_SELECTION, 3), order, 1))).toEqual([1, 3, 9])
    expect(idsOf(selectRange(toggleRow(NO_SELECTION, 1), order, 7))).toEqual([1, 3, 7, 9])
  })

  test('a second range starts from the same row as the first', () => {
    const first = selectRange(toggleRow(NO_SELECTION, 9), order, 1)
    expect(idsOf(selectRange(first, order, 3))).toEqual([1, 3, 9])
  })

  test('a range without an anchor, or from a row that is gone, takes the row alone', () => {
    expect(idsOf(selectRange(NO_SELECTION, order, 9))).toEqual([9])
    expect(idsOf(selectRange({ ids: new Set(), anchor: 44 }, order, 9))).toEqual([9])
  })

  test('everything is selected, then nothing', () => {
    const all = toggleAll(toggleRow(NO_SELECTION, 3), order)
    expect(isEveryRowSelected(all, order)).toBe(true)
    expect(toggleAll(all, order).ids.size).toBe(0)
  })

  test('an empty list is never selected whole', () => {
    expect(isEveryRowSelected(NO_SELECTION, [])).toBe(false)
  })

  test('rows that a new list lacks leave the selection, and their number is told', () => {
    const { selection, left } = keepListed({ ids: new Set([7, 9, 44]), anchor: 44 }, order)
    expect(idsOf(selection)).toEqual([7, 9])
    expect(left).toBe(1)
  })

  test('a list that has every selected row leaves the selection as it is, whatever its order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.uniqueArray(fc.nat()), (selected, others) => {
        const selection = { ids: new Set(selected), anchor: selected[0] }
        const list = [...new Set([...others, ...selected])]
        expect(keepListed(selection, list)).toEqual({ selection, left: 0 })
      }),
    )
  })
})

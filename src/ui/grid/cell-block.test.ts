import { describe, expect, test } from 'vitest'
import { type CellBlock, cornersOf, extendBlock, isInBlock, isSeveralCells } from './cell-block.ts'

const at = (row: number, column: number) => ({ row, column })
const block: CellBlock = { anchor: at(5, 3), head: at(5, 3) }
const limit = at(9, 6)

describe('a block of cells', () => {
  test('starts as the cell that has the focus', () => {
    expect(isSeveralCells(block)).toBe(false)
    expect(isInBlock(block, at(5, 3))).toBe(true)
    expect(isInBlock(undefined, at(5, 3))).toBe(false)
  })

  test('grows either way from that cell, which stays in it', () => {
    const up = extendBlock(extendBlock(block, { row: -2 }, limit), { column: 1 }, limit)
    expect(cornersOf(up)).toEqual({ first: at(3, 3), last: at(5, 4) })
    expect(isInBlock(up, at(4, 4))).toBe(true)
    expect(isInBlock(up, at(4, 5))).toBe(false)
    expect(isInBlock(up, at(6, 3))).toBe(false)
    const back = extendBlock(up, { row: 2, column: -1 }, limit)
    expect(isSeveralCells(back)).toBe(false)
  })

  test('ends where the list does', () => {
    expect(extendBlock(block, { row: Number.POSITIVE_INFINITY, column: 20 }, limit).head).toEqual(at(9, 6))
    expect(extendBlock(block, { row: Number.NEGATIVE_INFINITY }, limit).head).toEqual(at(0, 3))
  })
})

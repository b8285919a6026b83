import { describe, expect, test } from 'vitest'
import type { CellRange } from '#ui/grid/cell-commands.ts'
import { layOut } from './paste-cells.ts'

const ROWS = [11, 12, 13, 14, 15]
const COLUMNS = ['name', 'form', 'language', 'active']
const isEditable = (column: string) => column !== 'active'

/** From one corner to the other, both in, counted from 0. */
const range = (
  [top, left]: [number, number],
  [bottom, right]: [number, number] = [top, left],
): CellRange => ({
  rows: ROWS.slice(top, bottom + 1),
  columns: COLUMNS.slice(left, right + 1),
  rowsFrom: ROWS.slice(top),
  columnsFrom: COLUMNS.slice(left),
})

const told = ({ cells }: ReturnType<typeof layOut>) =>
  cells.map(({ client, field, text }) => `${client} ${field}=${text}`)

describe('copied cells over the list', () => {
  test('a column goes down from the cell that has the focus', () => {
    expect(told(layOut([['fr'], ['nl']], range([1, 2]), isEditable))).toEqual([
      '12 language=fr',
      '13 language=nl',
    ])
  })

  test('a block reaches as far as it is large, whatever smaller block is marked', () => {
    const copied = [
      ['SA', 'fr'],
      ['SRL', 'nl'],
    ]
    expect(told(layOut(copied, range([0, 1], [0, 2]), isEditable))).toEqual([
      '11 form=SA',
      '11 language=fr',
      '12 form=SRL',
      '12 language=nl',
    ])
  })

  test('one cell fills the block that is marked, and a column as often as the block has room for it', () => {
    expect(told(layOut([['fr']], range([0, 2], [2, 2]), isEditable))).toEqual([
      '11 language=fr',
      '12 language=fr',
      '13 language=fr',
    ])
    expect(told(layOut([['fr'], ['nl']], range([0, 2], [3, 2]), isEditable))).toEqual([
      '11 language=fr',
      '12 language=nl',
      '13 language=fr',
      '14 language=nl',
    ])
  })

  test('what lies beyond the list is counted, never wrapped around', () => {
    const paste = layOut([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']], range([3, 2]), () => true)
    expect(told(paste)).toEqual(['14 language=a', '14 active=b', '15 language=d', '15 active=e'])
    expect(paste).toMatchObject({ cutRows: 1, cutColumns: 1 })
  })

  test('columns that cannot be edited are skipped, and their cells take the place of no others', () => {
    const paste = layOut([['fr', 'oui']], range([0, 2]), isEditable)
    expect(told(paste)).toEqual(['11 language=fr'])
    expect(paste.skippedColumns).toEqual(['active'])
  })

  test('an empty cell clears, while a cell that a shorter row does not have leaves alone', () => {
    expect(told(layOut([['SA', ''], ['SRL']], range([0, 1]), isEditable))).toEqual([
      '11 form=SA',
      '11 language=',
      '12 form=SRL',
    ])
  })
})

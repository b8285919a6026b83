import { describe, expect, test } from 'vitest'
import { toTabSeparated } from './clipboard.ts'

describe('copied rows', () => {
  test('cells are separated by tabs and rows by line ends, with none after the last', () => {
    expect(
      toTabSeparated([
        ['Claes & Zonen', '0429.037.235'],
        ['Immo Sablon', ''],
      ]),
    ).toBe('Claes & Zonen\t0429.037.235\r\nImmo Sablon\t')
  })

  test.each([
    ['a\tb', '"a\tb"'],
    ['a\nb', '"a\nb"'],
    ['a "b"', '"a ""b"""'],
    ["l'Aube", "l'Aube"],
  ])('%j becomes %j', (cell, copied) => {
    expect(toTabSeparated([[cell]])).toBe(copied)
  })
})

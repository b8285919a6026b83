import { describe, expect, test } from 'vitest'
import { readTabSeparated, toTabSeparated } from './clipboard.ts'

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

/** As the programs put them on the clipboard. */
const FROM_EXCEL = {
  column: 'fr\r\nnl\r\nde\r\n',
  oneCell: 'fr\r\n',
  emptyLastRow: 'fr\r\n\r\n',
  lineInCell: '"Rue Haute 1\n""Le Coin"" SA"\tNamur\r\n',
  quoteInCell: 'Café "Le Coin"\tx\r\n',
  startsWithQuote: '"A" SA\tx\r\n',
}
const FROM_LIBREOFFICE = {
  column: 'fr\nnl\nde',
  oneCell: 'fr',
  block: 'fr\t12,50\nnl\t',
  lineInCell: '"Rue Haute 1\nboîte 2"\tNamur\n',
  tabInCell: '"a\tb"\tc',
}

describe('cells that are pasted', () => {
  test.each([
    ['a column of Excel, whose last line break is no row', FROM_EXCEL.column, [['fr'], ['nl'], ['de']]],
    ['one cell of Excel', FROM_EXCEL.oneCell, [['fr']]],
    ['an empty last row of Excel', FROM_EXCEL.emptyLastRow, [['fr'], ['']]],
    ['a cell of several lines', FROM_EXCEL.lineInCell, [['Rue Haute 1\n"Le Coin" SA', 'Namur']]],
    ['quotes inside a cell', FROM_EXCEL.quoteInCell, [['Café "Le Coin"', 'x']]],
    ['a cell that starts with a quoted word', FROM_EXCEL.startsWithQuote, [['"A" SA', 'x']]],
    ['a column of LibreOffice', FROM_LIBREOFFICE.column, [['fr'], ['nl'], ['de']]],
    ['one cell of LibreOffice', FROM_LIBREOFFICE.oneCell, [['fr']]],
    [
      'a block whose last cell is empty',
      FROM_LIBREOFFICE.block,
      [
        ['fr', '12,50'],
        ['nl', ''],
      ],
    ],
    [
      'a cell of several lines of LibreOffice',
      FROM_LIBREOFFICE.lineInCell,
      [['Rue Haute 1\nboîte 2', 'Namur']],
    ],
    ['a tab inside a cell', FROM_LIBREOFFICE.tabInCell, [['a\tb', 'c']]],
    ['a quote that is never closed', '"abc\tdef', [['"abc', 'def']]],
  ])('%s', (_, text, cells) => {
    expect(readTabSeparated(text)).toEqual(cells)
  })

  test('what was copied here comes back as it was', () => {
    const cells = [
      ['a "b"', 'c\td', '', 'e\nf'],
      ['=1+1', ' g ', '"', "l'Aube"],
    ]
    expect(readTabSeparated(toTabSeparated(cells))).toEqual(cells)
  })
})

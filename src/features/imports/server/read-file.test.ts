import { describe, expect, test } from 'vitest'
import { AppError } from '#kernel/app-error.ts'
import { workbookParts, zipOf } from '#test/factories/workbook.ts'
import { MAX_COLUMNS } from '../import-limits.ts'
import { problemInWords } from '../problem-words.ts'
import { readFile } from './read-file.ts'

/** The problem for which a file is refused. */
async function refusalOf(name: string, file: string | Buffer): Promise<string> {
  try {
    for await (const { rows } of readFile(name, Buffer.from(file))) expect(rows).toBeDefined()
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.fields[0]?.problem}`
    throw error
  }
  return 'accepted'
}

const parts = (rows = '<row><c><v>1</v></c></row>') => workbookParts([{ rows }])
const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const without = (name: string) =>
  zipOf(Object.fromEntries(Object.entries(parts()).filter(([part]) => part !== name)))

describe('by what is in it, refuses', () => {
  test.each<[string, string, string | Buffer, string]>([
    ['nothing', 'a.csv', '', 'badInput: empty'],
    ['a PDF', 'a.csv', '%PDF-1.7\n', 'unsupportedFile: wrongType'],
    [
      'a picture',
      'a.xlsx',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      'unsupportedFile: wrongType',
    ],
    [
      'a web page',
      'clients.xls',
      '<html><table><tr><td>Nom</td></tr></table></html>',
      'unsupportedFile: wrongType',
    ],
    ['an XML document', 'a.csv', '\ufeff<?xml version="1.0"?><a/>', 'unsupportedFile: wrongType'],
    ['a text of another kind', 'letter.doc', 'Bonjour;', 'unsupportedFile: wrongType'],
    ['an old workbook', 'a.xls', Buffer.concat([ole, Buffer.alloc(600)]), 'unsupportedFile: oldExcel'],
    [
      'a workbook with a password',
      'a.xlsx',
      Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      'unsupportedFile: encrypted',
    ],
    ['a zip file', 'a.xlsx', zipOf({ 'readme.txt': 'hello' }), 'unsupportedFile: wrongType'],
    [
      'a text document',
      'a.xlsx',
      zipOf({ ...parts(), '_rels/.rels': '<Relationships/>' }),
      'unsupportedFile: wrongType',
    ],
    ['a workbook without a workbook', 'a.xlsx', without('xl/workbook.xml'), 'unsupportedFile: wrongType'],
    [
      'a binary workbook',
      'a.xlsb',
      zipOf({ ...parts(), 'xl/workbook.bin': 'x' }),
      'unsupportedFile: binaryWorkbook',
    ],
    [
      'an OpenDocument workbook',
      'a.ods',
      zipOf({ mimetype: 'x', 'content.xml': '<a/>' }),
      'unsupportedFile: openDocument',
    ],
    ['macros', 'a.xlsx', zipOf({ ...parts(), 'xl/vbaProject.bin': 'x' }), 'unsupportedFile: macros'],
    [
      'old macros',
      'a.xlsx',
      zipOf({ ...parts(), 'xl/macrosheets/sheet1.xml': '<a/>' }),
      'unsupportedFile: macros',
    ],
    ['half a file', 'a.xlsx', zipOf(parts()).subarray(0, 900), 'unsupportedFile: damaged'],
    ['broken XML', 'a.xlsx', zipOf(parts('<row><c>')), 'unsupportedFile: damaged'],
    [
      'a part with a password',
      'a.xlsx',
      zipOf({ ...parts(), 'xl/media/a.bin': { content: 'x', claims: { flags: 1 } } }),
      'unsupportedFile: encrypted',
    ],
    [
      'an XML document type',
      'a.xlsx',
      zipOf({ ...parts(), 'xl/styles.xml': '<!DOCTYPE a [<!ENTITY x "y">]><styleSheet>&x;</styleSheet>' }),
      'unsupportedFile: forbiddenXml',
    ],
    [
      'an unknown entity',
      'a.xlsx',
      zipOf(parts('<row><c t="str"><v>&xxe;</v></c></row>')),
      'unsupportedFile: damaged',
    ],
    ['a quote that is never closed', 'a.csv', 'a;b\n"c;d\ne;f\n', 'badInput: damagedCsv'],
    [
      'a quote that is never closed in a long file',
      'a.csv',
      `a;b\n"c;d\n${'Dupont;5000\n'.repeat(200_000)}`,
      'badInput: rowWithoutEnd',
    ],
  ])('%s', async (_what, name, file, refusal) => {
    expect(await refusalOf(name, file)).toBe(refusal)
  })
})

describe('too much of a thing:', () => {
  test('50 MB', async () => {
    expect(await refusalOf('a.csv', Buffer.alloc(50_000_000, 'a'))).toBe('tooLarge: fileTooLarge')
  })

  test('a zip bomb that says so', async () => {
    const bomb = { content: Buffer.alloc(21_000_000, ' ') }
    expect(await refusalOf('a.xlsx', zipOf({ ...parts(), 'xl/worksheets/sheet2.xml': bomb }))).toBe(
      'tooLarge: zipBomb',
    )
  })

  test('a zip bomb of many parts', async () => {
    const claims = { uncompressedSize: 19_000_000 }
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`xl/p${i}`, { content: 'x', claims }]),
    )
    expect(await refusalOf('a.xlsx', zipOf({ ...parts(), ...many }))).toBe('tooLarge: zipBomb')
  })

  test('a zip bomb that lies about its size', async () => {
    const content = `<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`
    const lie = { content, claims: { uncompressedSize: 1_000 } }
    expect(await refusalOf('a.xlsx', zipOf({ ...parts(), 'xl/worksheets/sheet1.xml': lie }))).toBe(
      'unsupportedFile: damaged',
    )
  })

  test('5 001 parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`p${index}`, '']))
    expect(await refusalOf('a.xlsx', zipOf(many))).toBe('tooLarge: zipBomb')
  })

  test('a million columns', async () => {
    expect(await refusalOf('a.csv', 'a;'.repeat(999_999))).toBe('tooLarge: tooManyColumns')
    expect(await refusalOf('a.csv', `${';'.repeat(3_000_000)}a`)).toBe('tooLarge: tooManyColumns')
    expect(await refusalOf('a.csv', 'abc;'.repeat(999_999))).toBe('tooLarge: tooManyColumns')
    expect(await refusalOf('a.xlsx', zipOf(parts('<row><c r="BDWGN1"><v>1</v></c></row>')))).toBe(
      'tooLarge: tooManyColumns',
    )
  })

  test('one column too many, and not one less', async () => {
    const header = (columns: number) => `${'a;'.repeat(columns - 1)}a\n`
    expect(await refusalOf('a.csv', header(MAX_COLUMNS))).toBe('accepted')
    expect(await refusalOf('a.csv', header(MAX_COLUMNS + 1))).toBe('tooLarge: tooManyColumns')
  })

  test('a cell longer than Excel allows', async () => {
    expect(await refusalOf('a.csv', `a;b\n${'x'.repeat(32_768)};y\n`)).toBe('tooLarge: cellTooLong')
  })
})

test('reads a file by what it holds, not by what it is called', async () => {
  expect(await refusalOf('clients.csv', zipOf(parts()))).toBe('accepted')
  expect(await refusalOf('clients.xlsx', 'Nom;CP\nDupont;5000\n')).toBe('accepted')
})

test('tells every refusal in words', () => {
  expect(problemInWords('tooManyColumns', { row: 12, limit: 500 }, 'fr')).toBe(
    'La ligne 12 a plus de 500 colonnes.',
  )
  expect(problemInWords('tooManyRows', { limit: 100_000 }, 'nl')).toBe(
    'Dit bestand heeft meer dan 100.000 rijen. Splits het in meerdere bestanden.',
  )
})

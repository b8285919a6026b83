import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../sheet.ts'
import { guessDelimiter, readCsv } from './read-csv.ts'

async function read(file: string | Buffer): Promise<SheetRow[]> {
  const all: SheetRow[] = []
  for await (const { rows } of readCsv(Buffer.from(file))) all.push(...rows)
  return all
}

const cellsOf = async (file: string | Buffer) => (await read(file)).map(({ cells }) => cells)

describe('understands', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('Nom;Localité\nÉlise;Liège\n')],
    ['UTF-8 with a mark', Buffer.from('\ufeffNom;Localité\nÉlise;Liège\n')],
    ['Windows-1252', Buffer.from('Nom;Localité\nÉlise;Liège\n', 'latin1')],
    ['UTF-16 with a mark', Buffer.from('\ufeffNom;Localité\nÉlise;Liège\n', 'utf16le')],
  ])('%s', async (_encoding, file) => {
    expect(await cellsOf(file)).toEqual([
      ['Nom', 'Localité'],
      ['Élise', 'Liège'],
    ])
  })

  test('the euro sign and the quotes of Windows-1252', async () => {
    expect(await cellsOf(Buffer.from([0x80, 0x3b, 0x93, 0xe9, 0x94]))).toEqual([['€', '“é”']])
  })
})

test.each<[string, string, string]>([
  [';', 'Nom;Adresse;CP', '"Dupont, SRL";"Rue Haute, 1";5000'],
  [',', 'Name,Street,Zip', '"a;b",Main street,5000'],
  ['\t', 'Nom\tAdresse, boîte\tCP', 'Dupont\tRue Haute, 1\t5000'],
  [';', 'Nom;Forfait', 'Dupont;1.250,00'],
  [';', 'Nom', 'Dupont'],
])('guesses the delimiter « %s »', (delimiter, ...lines) => {
  expect(guessDelimiter(lines.join('\r\n'))).toBe(delimiter)
})

test('takes quoted cells whole, with their delimiters, quotes and lines', async () => {
  expect(await cellsOf('a;b\r\n"x;y";"say ""hi"""\r\n"two\r\nlines";z\r\n')).toEqual([
    ['a', 'b'],
    ['x;y', 'say "hi"'],
    ['two\r\nlines', 'z'],
  ])
})

test('takes a quote inside a word as it is', async () => {
  expect(await cellsOf('Nom;Adresse\nL"Atelier;Rue 5" étage\n')).toEqual([
    ['Nom', 'Adresse'],
    ['L"Atelier', 'Rue 5" étage'],
  ])
})

test('numbers rows as Excel shows them, blank ones counted', async () => {
  const rows = await read('\n\nNom;CP\n;;\nDupont;5000\n"a\nb";1000\nDurand;\n')
  expect(rows).toEqual([
    { row: 3, cells: ['Nom', 'CP'] },
    { row: 5, cells: ['Dupont', '5000'] },
    { row: 6, cells: ['a\nb', '1000'] },
    { row: 7, cells: ['Durand'] },
  ])
})

test('follows the hint that Excel is given about the delimiter, and does not count it as a row', async () => {
  expect(await read('sep=,\r\na,b;c\r\n')).toEqual([{ row: 1, cells: ['a', 'b;c'] }])
})

test('takes off what keeps Excel from making a number of a text', async () => {
  expect(await cellsOf('a;b\n="0403170701";"=""05000"""\n')).toEqual([
    ['a', 'b'],
    ['0403170701', '05000'],
  ])
})

test('never works out a formula', async () => {
  expect(await cellsOf('a;b\n=1+1;@SUM(A1)\n')).toEqual([
    ['a', 'b'],
    ['=1+1', '@SUM(A1)'],
  ])
})

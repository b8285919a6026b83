import { expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { workbookParts, zipOf } from '#test/factories/workbook.ts'
import type { SheetRow } from '../sheet.ts'
import { readXlsx } from './read-xlsx.ts'

/** The rows of a workbook by sheet. */
async function read(file: Buffer): Promise<Record<string, SheetRow[]>> {
  const sheets: Record<string, SheetRow[]> = {}
  for await (const { sheet, rows } of readXlsx(file)) sheets[sheet] = [...(sheets[sheet] ?? []), ...rows]
  return sheets
}

/** The cells of the only row of a sheet. */
async function readRow(cells: string, options: Parameters<typeof workbookParts>[1] = {}) {
  const { Sheet: rows } = await read(
    zipOf(workbookParts([{ name: 'Sheet', rows: `<row r="1">${cells}</row>` }], options)),
  )
  return rows?.[0]?.cells
}

const STYLES = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="hh:mm"/>
  <numFmt numFmtId="166" formatCode="[Red]0.00&quot; d&quot;"/><numFmt numFmtId="167" formatCode="[$-80C]dddd d mmmm yyyy;@"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs>${[0, 14, 164, 165, 166, 167].map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`

test('reads shared, rich and inline texts, without how they are pronounced', async () => {
  const strings = [
    '<t>Namur</t>',
    '<r><t>Bou</t></r><r><t xml:space="preserve">langerie </t></r><rPh><t>no</t></rPh>',
  ]
  const cells =
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>a &amp; </t></r><r><t>b</t></r></is></c>'
  expect(await readRow(cells, { strings })).toEqual(['Namur', 'Boulangerie ', 'a & b'])
})

test('reads numbers, yes and no, and errors', async () => {
  const cells =
    '<c r="A1"><v>403170701</v></c><c r="B1" t="n"><v>1.5E3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#REF!</v></c>'
  expect(await readRow(cells)).toEqual([403170701, 1500, true, false, '#REF!'])
})

test('knows a date by its format, and a time or an amount by theirs', async () => {
  const cells = [0, 1, 2, 3, 4, 5].map(style => `<c s="${style}"><v>46022.75</v></c>`).join('')
  expect(await readRow(cells, { styles: STYLES })).toEqual([
    46022.75,
    '2025-12-31',
    '2025-12-31',
    46022.75,
    46022.75,
    '2025-12-31',
  ])
})

test('counts days from 1904 where the workbook does', async () => {
  const cells = '<c s="1"><v>44560</v></c>'
  expect(await readRow(cells, { styles: STYLES, properties: 'date1904="1"' })).toEqual(['2025-12-31'])
  expect(await readRow('<c t="d"><v>2025-12-31T00:00:00</v></c>')).toEqual(['2025-12-31'])
})

test('takes the saved result of a formula, and says when there is none', async () => {
  const cells =
    '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>NOW()</f></c>'
  expect(await readRow(cells)).toEqual([2, '2x', null, { uncomputed: true }])
})

test('undoes the escapes of characters that XML cannot hold', async () => {
  expect(await readRow('<c t="inlineStr"><is><t>Rue Haute_x000D_1</t></is></c>')).toEqual(['Rue Haute\r1'])
})

test('numbers rows and columns as Excel does, whether the file says so or not', async () => {
  const rows =
    '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="10"><c r="AA10"><v>4</v></c></row>'
  const { Sheet } = await read(zipOf(workbookParts([{ name: 'Sheet', rows }])))
  expect(Sheet?.map(({ row }) => row)).toEqual([3, 4, 10])
  expect(Sheet?.map(({ cells }) => cells.length)).toEqual([3, 1, 27])
  expect(Sheet?.[0]?.cells).toEqual([null, 1, 2])
})

test('leaves out hidden sheets, and rows and cells that are only formatted', async () => {
  const parts = workbookParts([
    { name: 'Secret', state: 'hidden', rows: '<row><c><v>1</v></c></row>' },
    { name: 'Very', state: 'veryHidden', rows: '<row><c><v>1</v></c></row>' },
    {
      name: 'Clients &amp; co',
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="2"><c s="1"/></row>',
    },
    { name: 'More', rows: '<row><c><v>2</v></c></row>' },
  ])
  expect(await read(zipOf(parts))).toEqual({
    'Clients & co': [{ row: 1, cells: [1] }],
    More: [{ row: 1, cells: [2] }],
  })
})

test('reads workbooks whose elements have a prefix, as other programs write them', async () => {
  const parts = workbookParts([{ name: 'Sheet', rows: '' }])
  parts['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect(await read(zipOf(parts))).toEqual({ Sheet: [{ row: 1, cells: [7] }] })
})

test('reads what a spreadsheet program wrote', async () => {
  const file = await writeExcelFile([
    ['Nom', 'Client depuis', 'Forfait'],
    ['Boulangerie Élise', { value: new Date(Date.UTC(2020, 1, 29)), type: Date, format: 'dd/mm/yyyy' }, 12.5],
    [null, { value: '=1+1', type: 'Formula' }, true],
  ]).toBuffer()
  const [rows] = Object.values(await read(file))
  expect(rows?.map(({ cells }) => cells)).toEqual([
    ['Nom', 'Client depuis', 'Forfait'],
    ['Boulangerie Élise', '2020-02-29', 12.5],
    [null, { uncomputed: true }, true],
  ])
})

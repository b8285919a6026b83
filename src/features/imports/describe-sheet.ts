import type { Field } from '#kernel/fields/field.ts'
import { importableFields } from './import-targets.ts'
import type { ImportSheet } from './imports-api.ts'
import { findHeader, matchColumns } from './match-columns.ts'
import { shortened, shownCell } from './read-row.ts'
import { cellText, columnLetters, type SheetRow, type SheetSummary } from './sheet.ts'

const MAX_SAMPLES = 4

/** What a user needs to see of a sheet to say which column is what, with our guess for each. */
export function describeSheet(
  { name, rows, columns, head }: SheetSummary,
  index: number,
  allFields: readonly Field[],
  headerRow?: number,
): ImportSheet {
  const fields = importableFields(allFields)
  const header = headerOf(head, fields, headerRow)
  const below = head.filter(row => row.row > header.row)
  const targets = new Map(matchColumns(header, below, fields).map(({ column, target }) => [column, target]))
  const fieldOf = (column: number) => fields.find(({ id }) => id === targets.get(column))
  return {
    index,
    name,
    rows: rows - (head.length - below.length),
    headerRow: header.row,
    columns: Array.from({ length: columns }, (_, column) => ({
      column,
      ...nameOfColumn(column, header),
      samples: samplesOf(below, column, fieldOf(column)),
      target: targets.get(column) ?? null,
    })),
  }
}

/** What Excel and the header call a column. */
export const nameOfColumn = (column: number, header: SheetRow | undefined) => ({
  letters: columnLetters(column),
  name: cellText(header?.cells[column]),
})

function headerOf(
  head: readonly SheetRow[],
  fields: readonly Field[],
  headerRow: number | undefined,
): SheetRow {
  const found = headerRow === undefined ? findHeader(head, fields) : head.find(({ row }) => row === headerRow)
  return found ?? { row: headerRow ?? head[0]?.row ?? 1, cells: [] }
}

function samplesOf(rows: readonly SheetRow[], column: number, field: Field | undefined): string[] {
  const texts = rows
    .map(({ cells }) => shortened(shownCell(cells[column], field)))
    .filter(text => text !== '')
  return [...new Set(texts)].slice(0, MAX_SAMPLES)
}

import type { ImportRow } from '../imports-api.ts'

/** A column of the file, and how it is called in the CSV file. */
export interface CsvColumn {
  column: number
  name: string
}

/**
 * Rows as a CSV file that Excel opens and that can be imported again once it is corrected: columns of the file between
 * the number of the row and the reasons.
 */
export function rowsAsCsv(
  rows: readonly ImportRow[],
  columns: readonly CsvColumn[],
  names: { row: string; reason: string },
): string {
  const lines = rows.map(({ row, cells, notes }) => [
    String(row),
    ...columns.map(({ column }) => cells[column] ?? ''),
    notes.map(noteText).join(' '),
  ])
  // Excel takes a text file for UTF-8 by this mark, and in Belgium a semicolon for the delimiter.
  return `\ufeff${[[names.row, ...columns.map(({ name }) => name), names.reason], ...lines].map(csvLine).join('\r\n')}\r\n`
}

const noteText = ({ column, message }: ImportRow['notes'][number]): string =>
  column ? `${column.name || column.letters} : ${message}` : message

const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(';')

/** Excel works out a text that starts like a formula; the apostrophe keeps it from that. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

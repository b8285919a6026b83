import { CsvError, type Options, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { MAX_CELL_LENGTH, MAX_COLUMNS } from '../import-limits.ts'
import type { Cell, SheetRow } from '../sheet.ts'
import { refuseFile } from './file-refusal.ts'
import type { SheetBatch } from './read-xlsx.ts'

const ROWS_PER_BATCH = 500
const CHARACTERS_PER_PIECE = 65_536
const CHARACTERS_TO_GUESS_FROM = 100_000
/** A file with one quote too many would otherwise be one endless record. */
const MAX_RECORD_LENGTH = 2_000_000

const DELIMITERS = [';', ',', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** The rows of a text file with a value between each delimiter, as one sheet without a name. */
export async function* readCsv(bytes: Buffer): AsyncGenerator<SheetBatch> {
  const { text, delimiter } = withoutHint(decodeText(bytes))
  const parser = parse({ ...OPTIONS, delimiter: delimiter ?? guessDelimiter(text) })
  feed(parser, text)
  let rows: SheetRow[] = []
  let row = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row++
      const cells = readCells(record, row)
      if (cells.length > 0) rows.push({ row, cells })
      if (rows.length < ROWS_PER_BATCH) continue
      yield { sheet: '', from1904: false, rows }
      rows = []
    }
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error, row + 1) : error
  }
  if (rows.length > 0) yield { sheet: '', from1904: false, rows }
}

/** The delimiter that cuts the first rows into the most columns, the same number in most of them. */
export function guessDelimiter(text: string): Delimiter {
  const start = text.slice(0, CHARACTERS_TO_GUESS_FROM)
  const lastLine = start.lastIndexOf('\n')
  const whole = start.length < text.length && lastLine > 0 ? start.slice(0, lastLine) : start
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const score = evenness(widths(whole, delimiter))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

const OPTIONS = {
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: MAX_RECORD_LENGTH,
} satisfies Options

/** UTF-8, UTF-16 when it says so (Excel's "Unicode text"), and Windows-1252 for what is not UTF-8. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Takes away the first line `sep=;` by which Excel is told the delimiter, and which it does not count as a row. */
function withoutHint(text: string): { text: string; delimiter?: Delimiter } {
  const hint = /^"?sep=(.)"?\r?\n/i.exec(text)
  const delimiter = DELIMITERS.find(one => one === hint?.[1])
  return hint && delimiter ? { text: text.slice(hint[0].length), delimiter } : { text }
}

/** Hands the text over piece by piece, as the parser asks for it. */
function feed(parser: NodeJS.WritableStream, text: string): void {
  let position = 0
  const more = () => {
    while (position < text.length) {
      const piece = text.slice(position, position + CHARACTERS_PER_PIECE)
      position += piece.length
      if (!parser.write(piece)) {
        parser.once('drain', more)
        return
      }
    }
    parser.end()
  }
  more()
}

function readCells(record: readonly string[], row: number): Cell[] {
  const cells = record.map(readCell)
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  if (cells.length > MAX_COLUMNS) throw refuseFile('tooManyColumns', { row })
  if (cells.some(cell => typeof cell === 'string' && cell.length > MAX_CELL_LENGTH)) {
    throw refuseFile('cellTooLong', { row })
  }
  return cells
}

/** `="0403"` is how programs keep Excel from taking a text for a number. */
function readCell(text: string): Cell {
  const inner = /^="(.*)"$/s.exec(text)?.[1] ?? text
  return inner.trim() === '' ? null : inner
}

/** A quote that is not closed swallows the delimiters after it, so the row has few columns for its length. */
function refusalOf(error: CsvError, row: number) {
  if (error.code !== 'CSV_MAX_RECORD_SIZE') return refuseFile('damagedCsv', { row })
  return refuseFile(Number(error.column) >= MAX_COLUMNS ? 'tooManyColumns' : 'rowWithoutEnd', { row })
}

function widths(text: string, delimiter: Delimiter): number[] {
  try {
    const rows: string[][] = parseAtOnce(text, { ...OPTIONS, delimiter, to: 50, skip_empty_lines: true })
    return rows.map(row => row.length)
  } catch {
    return []
  }
}

/** The commonest width among rows of more than one column, times the share of rows that have it. */
function evenness(rowWidths: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const width of rowWidths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  return Math.max(0, ...[...counts].map(([width, count]) => (width * count) / rowWidths.length))
}

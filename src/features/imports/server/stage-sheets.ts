import type { Field } from '#kernel/fields/field.ts'
import { describeSheet } from '../describe-sheet.ts'
import { MAX_ROWS } from '../import-limits.ts'
import type { ImportSheet } from '../imports-api.ts'
import { HEAD_ROWS, type SheetRow, type SheetSummary } from '../sheet.ts'
import { refuseFile } from './file-refusal.ts'
import { packLines } from './packed-rows.ts'
import { readFile } from './read-file.ts'

/** A file that was read: what its sheets are, and all their rows, packed as `StagedRow`s. */
export interface StagedFile {
  sheets: StagedSheet[]
  content: Uint8Array
}

/** A sheet with the guess what its columns are, which takes too long to be made anew for each request. */
export type StagedSheet = SheetSummary & { guess: ImportSheet }

/** A row with the number of its sheet in front. */
export type StagedRow = [sheet: number, row: number, cells: SheetRow['cells']]

/** Reads a file once and for all; what comes after needs its packed rows only. Throws what refuses a file. */
export async function stageSheets(
  name: string,
  bytes: Buffer,
  fields: readonly Field[],
): Promise<StagedFile> {
  const sheets: SheetSummary[] = []
  const content = await packLines(stagedRows(name, bytes, sheets))
  if (sheets.length === 0) throw refuseFile('empty')
  const withGuess = sheets.map((sheet, index) => ({ ...sheet, guess: describeSheet(sheet, index, fields) }))
  return { sheets: withGuess, content }
}

async function* stagedRows(name: string, bytes: Buffer, sheets: SheetSummary[]): AsyncGenerator<StagedRow> {
  let total = 0
  for await (const batch of readFile(name, bytes)) {
    let sheet = sheets.at(-1)
    if (sheet?.name !== batch.sheet) {
      sheet = { name: batch.sheet, rows: 0, columns: 0, from1904: batch.from1904, head: [] }
      sheets.push(sheet)
    }
    total += batch.rows.length
    if (total > MAX_ROWS) throw refuseFile('tooManyRows')
    for (const row of batch.rows) {
      noteRow(sheet, row)
      yield [sheets.length - 1, row.row, row.cells]
    }
  }
}

function noteRow(sheet: SheetSummary, row: SheetRow): void {
  sheet.rows++
  sheet.columns = Math.max(sheet.columns, row.cells.length)
  if (sheet.head.length < HEAD_ROWS) sheet.head.push(row)
}

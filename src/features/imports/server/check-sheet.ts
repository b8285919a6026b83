import type { FieldValues } from '#kernel/fields/field.ts'
import {
  type CheckedRow,
  countRows,
  mayComeIn,
  type NumberHolder,
  numbersOf,
  outcomeOf,
  type RowCounts,
  type RowOutcome,
  refuseExisting,
  rowChecker,
  type UniqueNumbers,
} from '../check-rows.ts'
import { type RowNote, type RowRules, rowReader, shownCell } from '../read-row.ts'
import type { SheetRow } from '../sheet.ts'
import { packLines, unpackLines } from './packed-rows.ts'
import type { StagedRow } from './stage-sheets.ts'

export interface SheetToCheck {
  content: Uint8Array
  sheet: number
  /** Its number; what stands above it is no data either. */
  headerRow: number
  rules: RowRules
}

/** A row that can come in; a warned one only when the user says so. */
export interface AcceptedRow {
  row: number
  warned: boolean
  values: FieldValues
}

/** A row about which there is something to tell. */
export interface ReportedRow {
  row: number
  outcome: RowOutcome
  name: string
  cells: string[]
  notes: RowNote[]
}

export interface SheetCheck {
  counts: RowCounts
  /** Packed `AcceptedRow`s. */
  accepted: Uint8Array
  /** Packed `ReportedRow`s. */
  report: Uint8Array
}

/** Reads every row of a sheet as a client and finds out what can come in; `whoHas` asks the firm. */
export async function checkSheet(
  { content, sheet, headerRow, rules }: SheetToCheck,
  whoHas: (numbers: UniqueNumbers) => Promise<NumberHolder[]>,
  onRows: (rows: number) => void,
): Promise<SheetCheck> {
  const check = rowChecker(rowReader(rules))
  const rows: CheckedRow[] = []
  for await (const [ofSheet, row, cells] of unpackLines<StagedRow>(content)) {
    if (ofSheet !== sheet || row <= headerRow) continue
    rows.push(check({ row, cells }))
    if (rows.length % 1_000 === 0) onRows(rows.length)
  }
  refuseExisting(rows, await whoHas(numbersOf(rows)))
  return {
    counts: countRows(rows),
    accepted: await packLines(rows.filter(mayComeIn).map(toAccepted)),
    report: await packLines(rows.filter(({ notes }) => notes.length > 0).map(row => toReported(row, rules))),
  }
}

const toAccepted = ({ source, values, notes }: CheckedRow): AcceptedRow => ({
  row: source.row,
  warned: outcomeOf(notes) === 'warned',
  values,
})

const toReported = ({ source, values, notes }: CheckedRow, rules: RowRules): ReportedRow => ({
  row: source.row,
  outcome: outcomeOf(notes),
  name: String(values['identity.name'] ?? ''),
  cells: shownCells(source, rules),
  notes,
})

function shownCells({ cells }: SheetRow, { columns, fields }: RowRules): string[] {
  const kinds = new Map(
    columns.map(({ column, target }) => [column, fields.find(field => field.id === target)]),
  )
  return cells.map((cell, column) => shownCell(cell, kinds.get(column)))
}

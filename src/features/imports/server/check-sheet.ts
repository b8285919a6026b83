import type { FieldValues } from '#kernel/fields/field.ts'
import {
  type Claim,
  claimsOf,
  mayComeIn,
  type NumberHolder,
  outcomeOf,
  type RowCounts,
  type RowOutcome,
  refusalsOfTaken,
  rowChecker,
} from '../check-rows.ts'
import { type RowNote, type RowReading, type RowRules, rowReader, shownCell } from '../read-row.ts'
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

export type WhoHas = (claims: Claim[]) => Promise<readonly NumberHolder[]>

/**
 * Reads every row of a sheet as a client and finds out what can come in; `whoHas` asks the firm. Only the rows with
 * something to tell are in memory at once.
 */
export async function checkSheet(
  toCheck: SheetToCheck,
  whoHas: WhoHas,
  onRows: (rows: number) => void,
): Promise<SheetCheck> {
  const reported = new Map<number, ReportedRow>()
  const claims: Claim[] = []
  let rows = 0
  const { check, toldLater } = rowChecker(rowReader(toCheck.rules))

  async function* acceptedRows(): AsyncGenerator<AcceptedRow> {
    for await (const source of rowsOf(toCheck)) {
      const reading = check(source)
      if (reading.notes.length > 0) reported.set(source.row, toReported(source, reading, toCheck.rules))
      if (mayComeIn(reading.notes)) {
        claims.push(...claimsOf(source.row, reading.values))
        yield { row: source.row, warned: outcomeOf(reading.notes) === 'warned', values: reading.values }
      }
      if (++rows % 1_000 === 0) onRows(rows)
    }
  }

  const accepted = await packLines(acceptedRows())
  const taken = refusalsOfTaken(claims, await whoHas(claims))
  await addLaterNotes(reported, [...toldLater, ...[...taken].map(noteOfRow)], toCheck)
  const report = [...reported.values()].sort((a, b) => a.row - b.row)
  return {
    counts: countRows(rows, report),
    accepted: taken.size > 0 ? await packLines(without(accepted, taken)) : accepted,
    report: await packLines(report),
  }
}

async function* rowsOf({ content, sheet, headerRow }: SheetToCheck): AsyncGenerator<SheetRow> {
  for await (const [ofSheet, row, cells] of unpackLines<StagedRow>(content)) {
    if (ofSheet === sheet && row > headerRow) yield { row, cells }
  }
}

const noteOfRow = ([row, note]: [number, RowNote]): [number, RowNote[]] => [row, [note]]

/** Adds what came out about rows after they were read; those of which nothing was told so far are read once more. */
async function addLaterNotes(
  reported: Map<number, ReportedRow>,
  later: readonly (readonly [number, readonly RowNote[]])[],
  toCheck: SheetToCheck,
): Promise<void> {
  const missing = new Set(later.map(([row]) => row).filter(row => !reported.has(row)))
  if (missing.size > 0) {
    const read = rowReader(toCheck.rules)
    for await (const source of rowsOf(toCheck)) {
      if (missing.has(source.row)) reported.set(source.row, toReported(source, read(source), toCheck.rules))
    }
  }
  for (const [row, notes] of later) {
    const line = reported.get(row)
    if (!line) continue
    line.notes.push(...notes)
    line.outcome = outcomeOf(line.notes)
  }
}

async function* without(
  accepted: Uint8Array,
  taken: ReadonlyMap<number, unknown>,
): AsyncGenerator<AcceptedRow> {
  for await (const row of unpackLines<AcceptedRow>(accepted)) if (!taken.has(row.row)) yield row
}

function countRows(rows: number, report: readonly ReportedRow[]): RowCounts {
  const counts: RowCounts = { rows, accepted: rows, warned: 0, refused: 0, duplicate: 0 }
  for (const { outcome } of report) {
    counts.accepted--
    counts[outcome]++
  }
  return counts
}

function toReported(source: SheetRow, { values, notes }: RowReading, rules: RowRules): ReportedRow {
  return {
    row: source.row,
    outcome: outcomeOf(notes),
    name: String(values['identity.name'] ?? ''),
    cells: shownCells(source, rules),
    notes: [...notes],
  }
}

function shownCells({ cells }: SheetRow, { columns, fields }: RowRules): string[] {
  const kinds = new Map(
    columns.map(({ column, target }) => [column, fields.find(field => field.id === target)]),
  )
  return cells.map((cell, column) => shownCell(cell, kinds.get(column)))
}

import type { FieldValues } from '#kernel/fields/field.ts'
import {
  type Claim,
  type Claimant,
  claimsOf,
  mayComeIn,
  type NumberHolder,
  notesOfDuplicates,
  outcomeOf,
  type RowCounts,
  type RowOutcome,
  refusalsOfTaken,
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
export async function checkSheet(toCheck: SheetToCheck, whoHas: WhoHas): Promise<SheetCheck> {
  const reported = new Map<number, ReportedRow>()
  const claimants: Claimant[] = []
  let rows = 0
  const read = rowReader(toCheck.rules)

  async function* rowsThatMayComeIn(): AsyncGenerator<AcceptedRow> {
    for await (const source of rowsOf(toCheck)) {
      rows++
      const reading = read(source)
      if (reading.notes.length > 0) reported.set(source.row, toReported(source, reading, toCheck.rules))
      if (mayComeIn(reading.notes)) {
        const row = { row: source.row, warned: outcomeOf(reading.notes) === 'warned' }
        claimants.push({ ...row, claims: claimsOf(source.row, reading.values) })
        yield { ...row, values: reading.values }
      }
    }
  }

  const packed = await packLines(rowsThatMayComeIn())
  const later = await notesOfClaims(claimants, whoHas)
  await addLaterNotes(reported, later, toCheck)
  const report = [...reported.values()].sort((a, b) => a.row - b.row)
  const keptOut = new Set([...later].filter(([, notes]) => !mayComeIn(notes)).map(([row]) => row))
  return {
    counts: countRows(rows, report),
    accepted: keptOut.size > 0 ? await packLines(without(packed, keptOut)) : packed,
    report: await packLines(report),
  }
}

/** What comes out by the numbers of the rows; those that the firm has already are no rivals of the others. */
async function notesOfClaims(
  claimants: readonly Claimant[],
  whoHas: WhoHas,
): Promise<Map<number, RowNote[]>> {
  const claims = claimants.flatMap(one => one.claims)
  const taken = refusalsOfTaken(claims, await whoHas(claims))
  const notes = notesOfDuplicates(claimants.filter(({ row }) => !taken.has(row)))
  for (const [row, note] of taken) notes.set(row, [note])
  return notes
}

async function* rowsOf({ content, sheet, headerRow }: SheetToCheck): AsyncGenerator<SheetRow> {
  for await (const [ofSheet, row, cells] of unpackLines<StagedRow>(content)) {
    if (ofSheet === sheet && row > headerRow) yield { row, cells }
  }
}

/** Adds what came out about rows after they were read; those of which nothing was told so far are read once more. */
async function addLaterNotes(
  reported: Map<number, ReportedRow>,
  later: ReadonlyMap<number, readonly RowNote[]>,
  toCheck: SheetToCheck,
): Promise<void> {
  const missing = new Set([...later.keys()].filter(row => !reported.has(row)))
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

async function* without(packed: Uint8Array, keptOut: ReadonlySet<number>): AsyncGenerator<AcceptedRow> {
  for await (const row of unpackLines<AcceptedRow>(packed)) if (!keptOut.has(row.row)) yield row
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

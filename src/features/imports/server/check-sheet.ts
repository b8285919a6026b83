import type { NumberHolder } from '#features/clients/unique-numbers.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import {
  type Claim,
  type Claimant,
  claimsOf,
  mayComeIn,
  notesOfDuplicates,
  outcomeOf,
  type RowCounts,
  type RowOutcome,
  refusalsOfTaken,
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

export type WhoHas = (claims: Claim[]) => Promise<readonly NumberHolder[]>

/**
 * Reads every row of a sheet as a client and finds out what can come in; `whoHas` asks the firm. Of the rows, only what
 * there is to tell is in memory at once.
 */
export async function checkSheet(toCheck: SheetToCheck, whoHas: WhoHas): Promise<SheetCheck> {
  const notes = new Map<number, readonly RowNote[]>()
  const claimants: Claimant[] = []
  const claimsOfRefused: Claim[] = []
  let rows = 0
  const read = rowReader(toCheck.rules)

  async function* rowsThatMayComeIn(): AsyncGenerator<AcceptedRow> {
    for await (const source of rowsOf(toCheck)) {
      rows++
      const reading = read(source)
      if (reading.notes.length > 0) notes.set(source.row, reading.notes)
      const claims = claimsOf(source.row, reading.values)
      if (!mayComeIn(reading.notes)) {
        claimsOfRefused.push(...claims)
        continue
      }
      const row = { row: source.row, warned: outcomeOf(reading.notes) === 'warned' }
      claimants.push({ ...row, claims })
      yield { ...row, values: reading.values }
    }
  }

  const packed = await packLines(rowsThatMayComeIn())
  const later = await notesOfClaims(claimants, claimsOfRefused, whoHas)
  for (const [row, more] of later) notes.set(row, [...(notes.get(row) ?? []), ...more])
  const keptOut = new Set([...later].filter(([, more]) => !mayComeIn(more)).map(([row]) => row))
  return {
    counts: countRows(rows, notes),
    accepted: keptOut.size > 0 ? await packLines(without(packed, keptOut)) : packed,
    report: await packLines(reportedRows(toCheck, notes)),
  }
}

/**
 * What comes out by the numbers of the rows; those that the firm has already are no rivals of the others. A row that is
 * refused anyway is told so as well: who mends it would only be refused again.
 */
async function notesOfClaims(
  claimants: readonly Claimant[],
  claimsOfRefused: readonly Claim[],
  whoHas: WhoHas,
): Promise<Map<number, RowNote[]>> {
  const claims = [...claimants.flatMap(one => one.claims), ...claimsOfRefused]
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

async function* without(packed: Uint8Array, keptOut: ReadonlySet<number>): AsyncGenerator<AcceptedRow> {
  for await (const row of unpackLines<AcceptedRow>(packed)) if (!keptOut.has(row.row)) yield row
}

function countRows(rows: number, notes: ReadonlyMap<number, readonly RowNote[]>): RowCounts {
  const counts: RowCounts = { rows, accepted: rows, warned: 0, refused: 0, duplicate: 0 }
  for (const ofRow of notes.values()) {
    counts.accepted--
    counts[outcomeOf(ofRow)]++
  }
  return counts
}

/** The rows with notes, which are read once more rather than kept: there may be as many as there are rows. */
async function* reportedRows(
  toCheck: SheetToCheck,
  notes: ReadonlyMap<number, readonly RowNote[]>,
): AsyncGenerator<ReportedRow> {
  if (notes.size === 0) return
  const read = rowReader(toCheck.rules)
  for await (const source of rowsOf(toCheck)) {
    const ofRow = notes.get(source.row)
    if (!ofRow) continue
    yield {
      row: source.row,
      outcome: outcomeOf(ofRow),
      name: String(read(source).values['identity.name'] ?? ''),
      cells: shownCells(source, toCheck.rules),
      notes: [...ofRow],
    }
  }
}

function shownCells({ cells }: SheetRow, { columns, fields }: RowRules): string[] {
  const kinds = new Map(
    columns.map(({ column, target }) => [column, fields.find(field => field.id === target)]),
  )
  return cells.map((cell, column) => shownCell(cell, kinds.get(column)))
}

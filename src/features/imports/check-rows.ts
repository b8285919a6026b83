import {
  type NumberHolder,
  type UniqueField,
  type UniqueNumber,
  uniqueNumbersOf,
} from '#features/clients/unique-numbers.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import type { RowNote } from './read-row.ts'

/** What becomes of a row: `warned` rows come in when the user accepts warnings, refused ones and duplicates never. */
export const ROW_OUTCOMES = ['accepted', 'warned', 'refused', 'duplicate'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export type RowCounts = Record<RowOutcome, number> & { rows: number }

/** A number that a row which could come in has. */
export interface Claim extends UniqueNumber {
  row: number
}

/** A row that could come in, and the numbers that it would take. */
export interface Claimant {
  row: number
  warned: boolean
  claims: readonly Claim[]
}

const DUPLICATES = ['duplicateInFile', 'existsInFirm', 'existsOutOfSight']

export function outcomeOf(notes: readonly RowNote[]): RowOutcome {
  const refusals = notes.filter(note => note.level === 'refusal')
  if (refusals.some(note => !DUPLICATES.includes(note.reason))) return 'refused'
  if (refusals.length > 0) return 'duplicate'
  return notes.some(note => note.level === 'warning') ? 'warned' : 'accepted'
}

export const mayComeIn = (notes: readonly RowNote[]): boolean =>
  ['accepted', 'warned'].includes(outcomeOf(notes))

/**
 * What is to be told of rows with the same number, by row. One of them is kept: the first without a warning, since one
 * with a warning may yet be left out, and then nobody would have come in. A row that is not kept leaves its numbers to
 * others.
 */
export function notesOfDuplicates(claimants: readonly Claimant[]): Map<number, RowNote[]> {
  const holders = new Map<string, number>()
  const notes = new Map<number, RowNote[]>()
  const tell = (row: number, note: RowNote) => notes.set(row, [...(notes.get(row) ?? []), note])
  const inOrder = [...claimants.filter(one => !one.warned), ...claimants.filter(one => one.warned)]
  for (const { row, claims } of inOrder) {
    const taken = claims.find(claim => holders.has(keyOf(claim)))
    if (!taken) {
      for (const claim of claims) holders.set(keyOf(claim), row)
      continue
    }
    const { field } = taken
    const kept = holders.get(keyOf(taken)) ?? 0
    tell(row, { level: 'refusal', reason: 'duplicateInFile', field, params: { row: kept } })
    tell(kept, { level: 'information', reason: 'keptOfDuplicates', field, params: { row } })
  }
  return notes
}

/** The numbers that nobody else may have once this row is in. */
export const claimsOf = (row: number, values: FieldValues): Claim[] =>
  uniqueNumbersOf(values).map(number => ({ row, ...number }))

/** Why rows cannot come in whose numbers clients of the firm have already, by row. */
export function refusalsOfTaken(
  claims: readonly Claim[],
  holders: readonly NumberHolder[],
): Map<number, RowNote> {
  const byNumber = new Map(holders.map(holder => [keyOf(holder), holder]))
  const refusals = new Map<number, RowNote>()
  for (const claim of claims) {
    const holder = byNumber.get(keyOf(claim))
    if (holder && !refusals.has(claim.row)) refusals.set(claim.row, refusalBy(holder))
  }
  return refusals
}

const refusalBy = ({ field, client }: NumberHolder): RowNote =>
  client
    ? { level: 'refusal', reason: 'existsInFirm', field, params: { name: client.name }, client }
    : { level: 'refusal', reason: 'existsOutOfSight', field }

const keyOf = ({ field, number }: { field: UniqueField; number: FieldValue }): string => `${field} ${number}`

import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import type { RowNote, RowReading } from './read-row.ts'
import type { SheetRow } from './sheet.ts'

/** What becomes of a row: `warned` rows come in when the user accepts warnings, refused ones and duplicates never. */
export const ROW_OUTCOMES = ['accepted', 'warned', 'refused', 'duplicate'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export type RowCounts = Record<RowOutcome, number> & { rows: number }

/** Numbers that two clients of a firm cannot share. */
export const UNIQUE_FIELDS = [
  'identity.enterpriseNumber',
  'identity.vatNumber',
  'identity.nationalNumber',
] as const
export type UniqueField = (typeof UNIQUE_FIELDS)[number]

/** A number that a row which could come in has. */
export interface Claim {
  row: number
  field: UniqueField
  number: string
}

/** A client of the firm that has a number of the file; without `client` it is none of this user's business which. */
export interface NumberHolder {
  field: UniqueField
  number: string
  client?: { id: number; name: string }
}

export interface RowChecker {
  /** Reads a row and refuses it when an earlier one has one of its numbers. */
  check(source: SheetRow): RowReading
  /** What rows that were checked before are to be told since, by their numbers. */
  toldLater: ReadonlyMap<number, readonly RowNote[]>
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

/** Checks one row after the other. A row that is refused for another reason keeps its numbers free for later ones. */
export function rowChecker(read: (row: SheetRow) => RowReading): RowChecker {
  const holders = new Map<string, number>()
  const toldLater = new Map<number, RowNote[]>()
  return {
    toldLater,
    check(source) {
      const reading = read(source)
      if (!mayComeIn(reading.notes)) return reading
      const claims = claimsOf(source.row, reading.values)
      const taken = claims.find(claim => holders.has(keyOf(claim)))
      if (!taken) {
        for (const claim of claims) holders.set(keyOf(claim), source.row)
        return reading
      }
      const { field } = taken
      const row = holders.get(keyOf(taken)) ?? 0
      reading.notes.push({ level: 'refusal', reason: 'duplicateInFile', field, params: { row } })
      const told: RowNote = {
        level: 'information',
        reason: 'keptOfDuplicates',
        field,
        params: { row: source.row },
      }
      toldLater.set(row, [...(toldLater.get(row) ?? []), told])
      return reading
    },
  }
}

export const claimsOf = (row: number, values: FieldValues): Claim[] =>
  UNIQUE_FIELDS.filter(field => values[field]).map(field => ({ row, field, number: String(values[field]) }))

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

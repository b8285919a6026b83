import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import type { RowNote, RowReading } from './read-row.ts'
import type { SheetRow } from './sheet.ts'

/** What becomes of a row: `warned` rows come in when the user accepts warnings, refused ones and duplicates never. */
export const ROW_OUTCOMES = ['accepted', 'warned', 'refused', 'duplicate'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export interface CheckedRow {
  source: SheetRow
  values: FieldValues
  notes: RowNote[]
}

/** Numbers that two clients of a firm cannot share. */
export const UNIQUE_FIELDS = [
  'identity.enterpriseNumber',
  'identity.vatNumber',
  'identity.nationalNumber',
] as const
export type UniqueField = (typeof UNIQUE_FIELDS)[number]
export type UniqueNumbers = Record<UniqueField, string[]>

/** A client of the firm that has a number of the file; without `client` it is none of this user's business which. */
export interface NumberHolder {
  field: UniqueField
  number: string
  client?: { id: number; name: string }
}

export type RowCounts = Record<RowOutcome, number> & { rows: number }

const DUPLICATES = ['duplicateInFile', 'existsInFirm', 'existsOutOfSight']

export function outcomeOf(notes: readonly RowNote[]): RowOutcome {
  const refusals = notes.filter(note => note.level === 'refusal')
  if (refusals.some(note => !DUPLICATES.includes(note.reason))) return 'refused'
  if (refusals.length > 0) return 'duplicate'
  return notes.some(note => note.level === 'warning') ? 'warned' : 'accepted'
}

/**
 * Makes what checks one row after the other, and refuses every row with a number of an earlier one; the earlier one
 * is told of it. A row that is refused for another reason keeps its number free.
 */
export function rowChecker(read: (row: SheetRow) => RowReading): (source: SheetRow) => CheckedRow {
  const holders = new Map<string, CheckedRow>()
  return source => {
    const row: CheckedRow = { source, ...read(source) }
    if (outcomeOf(row.notes) !== 'refused') refuseDuplicate(row, holders)
    return row
  }
}

/** The numbers of the rows that could come in, for the firm to say which of them it has. */
export function numbersOf(rows: readonly CheckedRow[]): UniqueNumbers {
  const numbers = { 'identity.enterpriseNumber': [], 'identity.vatNumber': [], 'identity.nationalNumber': [] }
  return rows.filter(mayComeIn).reduce<UniqueNumbers>((all, { values }) => {
    for (const field of UNIQUE_FIELDS) if (values[field]) all[field].push(String(values[field]))
    return all
  }, numbers)
}

/** Refuses the rows whose numbers clients of the firm have already. */
export function refuseExisting(rows: readonly CheckedRow[], holders: readonly NumberHolder[]): void {
  const byNumber = new Map(holders.map(holder => [keyOf(holder.field, holder.number), holder]))
  for (const { values, notes } of rows.filter(mayComeIn)) {
    const holder = UNIQUE_FIELDS.map(field => byNumber.get(keyOf(field, values[field]))).find(
      one => one !== undefined,
    )
    if (!holder) continue
    const { field, client } = holder
    notes.push(
      client
        ? { level: 'refusal', reason: 'existsInFirm', field, params: { name: client.name }, client }
        : { level: 'refusal', reason: 'existsOutOfSight', field },
    )
  }
}

export function countRows(rows: readonly CheckedRow[]): RowCounts {
  const counts: RowCounts = { rows: rows.length, accepted: 0, warned: 0, refused: 0, duplicate: 0 }
  for (const { notes } of rows) counts[outcomeOf(notes)]++
  return counts
}

export const mayComeIn = ({ notes }: CheckedRow): boolean => ['accepted', 'warned'].includes(outcomeOf(notes))

const keyOf = (field: UniqueField, number: FieldValue | undefined): string => `${field} ${number}`

function refuseDuplicate(row: CheckedRow, holders: Map<string, CheckedRow>): void {
  const numbered = UNIQUE_FIELDS.filter(field => row.values[field])
  const field = numbered.find(one => holders.has(keyOf(one, row.values[one])))
  if (!field) {
    for (const one of numbered) holders.set(keyOf(one, row.values[one]), row)
    return
  }
  const holder = holders.get(keyOf(field, row.values[field]))
  if (!holder) return
  row.notes.push({ level: 'refusal', reason: 'duplicateInFile', field, params: { row: holder.source.row } })
  holder.notes.push({
    level: 'information',
    reason: 'keptOfDuplicates',
    field,
    params: { row: row.source.row },
  })
}

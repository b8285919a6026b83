import { CLIENT_KINDS } from '#features/clients/client-choices.ts'
import {
  hasRightNationalCheck,
  MASKED_NATIONAL_NUMBER,
  readNationalNumber,
} from '#kernel/belgium/national-number.ts'
import type { Field, FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { DAYS_FROM_1900_TO_1904 } from '#kernel/fields/read-values.ts'
import { maxLengthOf } from '#kernel/fields/value-length.ts'
import { guessKind } from './guess-kind.ts'
import { BOX, FIRST_NAME, HOUSE_NUMBER, type ImportTarget } from './import-targets.ts'
import type { ColumnMatch } from './match-columns.ts'
import { type CellReading, cleanText, readCell } from './read-cell.ts'
import { type Cell, cellText, type SheetRow } from './sheet.ts'
import { choiceByName } from './value-names.ts'

/** Something to tell about a row: a refusal keeps it out, a warning can be accepted. */
export interface RowNote {
  level: 'refusal' | 'warning' | 'information'
  /** A text of the imports, and what it needs to be told in words. */
  reason: string
  params?: Readonly<Record<string, string | number>>
  /** The cell that it is about; none when it is about the row. */
  column?: number
  field?: string
  value?: string
  /** The client of the firm that it is about. */
  client?: { id: number; name: string }
}

export interface RowReading {
  values: Record<string, FieldValue>
  notes: RowNote[]
}

export interface RowRules {
  fields: readonly Field[]
  columns: readonly ColumnMatch[]
  /** Whether the workbook counts its days from 1904. */
  from1904: boolean
  /** For rows that name no portfolio. */
  defaultPortfolio: number | null
  /** Where this user may add clients. */
  editablePortfolios: readonly number[]
}

/** Makes what turns rows into clients. It remembers what it has read, so that the same words are read once. */
export function rowReader(rules: RowRules): (row: SheetRow) => RowReading {
  const readers = columnReaders(rules)
  return ({ cells }) => {
    const reading: RowReading = { values: {}, notes: [] }
    const parts = new Map<ImportTarget, string>()
    for (const { column, target, field, read } of readers) {
      const cell = cells[column]
      if (field) addReading(reading, field, column, cell, read(cell))
      else parts.set(target, cleanText(cell))
    }
    joinParts(reading.values, parts)
    complete(reading, rules)
    reading.notes.push(...problemsOfRow(reading, cells, rules))
    return reading
  }
}

/** A cell as users get to see it: a national number, or what may be one, is masked. */
export function shownCell(cell: Cell | undefined, field: Pick<Field, 'kind'> | undefined): string {
  const text = cellText(cell)
  const isSecret = text !== '' && (field?.kind === 'nationalNumber' || isNationalNumber(text))
  return isSecret ? MASKED_NATIONAL_NUMBER : text
}

const SHOWN_LENGTH = 60

/** As much of a text as a note or a sample repeats. */
export const shortened = (text: string): string =>
  text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text

function isNationalNumber(text: string): boolean {
  const number = readNationalNumber(text)
  return number !== undefined && hasRightNationalCheck(number)
}

interface ColumnReader extends ColumnMatch {
  /** None for a column that holds a part of a field. */
  field: Field | undefined
  read(cell: Cell | undefined): CellReading
}

function columnReaders({ fields, columns, from1904 }: RowRules): ColumnReader[] {
  return columns.map(match => {
    const field = fields.find(one => one.id === match.target)
    return {
      ...match,
      field,
      read: field
        ? remembering(cell => readCell(from1904 ? dayFrom1900(cell, field) : cell, field))
        : () => ({ value: null }),
    }
  })
}

const DAY_KINDS: readonly FieldKind[] = ['date', 'identityDocument', 'dayOfYear']

const dayFrom1900 = (cell: Cell | undefined, { kind }: Field): Cell | undefined =>
  typeof cell === 'number' && DAY_KINDS.includes(kind) ? cell + DAYS_FROM_1900_TO_1904 : cell

const MAX_REMEMBERED = 2_000

function remembering(read: (cell: Cell | undefined) => CellReading): (cell: Cell | undefined) => CellReading {
  const remembered = new Map<Cell | undefined, CellReading>()
  return cell => {
    const known = remembered.get(cell)
    if (known) return known
    const reading = read(cell)
    if (remembered.size < MAX_REMEMBERED) remembered.set(cell, reading)
    return reading
  }
}

function addReading(
  { values, notes }: RowReading,
  field: Field,
  column: number,
  cell: Cell | undefined,
  reading: CellReading,
): void {
  const about = { column, field: field.id, value: shortened(shownCell(cell, field)) }
  if ('value' in reading) {
    values[field.id] = reading.value
    if (reading.warning) notes.push({ ...about, level: 'warning', reason: reading.warning })
    return
  }
  const kind = field.id === 'identity.legalForm' ? kindNamedAsForm(cellText(cell)) : undefined
  if (kind !== undefined) values['identity.kind'] ??= kind
  else
    notes.push({
      ...about,
      level: 'refusal',
      reason: reading.problem,
      ...(reading.params && { params: reading.params }),
    })
}

const KIND_FIELD = { id: 'identity.kind', kind: 'choice', choices: CLIENT_KINDS } as unknown as Field

/** Lists put « personne physique » where others have a legal form. */
const kindNamedAsForm = (text: string): FieldValue | undefined => choiceByName(text, KIND_FIELD)

function joinParts(values: Record<string, FieldValue>, parts: ReadonlyMap<ImportTarget, string>): void {
  const firstName = parts.get(FIRST_NAME)
  if (firstName) values['identity.name'] = [values['identity.name'], firstName].filter(Boolean).join(' ')
  const street = [values['contact.street'], parts.get(HOUSE_NUMBER)].filter(Boolean).join(' ')
  const box = parts.get(BOX)
  const boxWord = values['identity.language'] === 'nl' ? 'bus' : 'bte'
  const whole =
    street && box ? `${street} ${/^\d/.test(box) || box.length < 3 ? `${boxWord} ` : ''}${box}` : street
  if (whole) values['contact.street'] = whole
}

/** Adds what follows from what the row says. */
function complete({ values, notes }: RowReading, { defaultPortfolio }: RowRules): void {
  const vat = values['identity.vatNumber']
  // A member of a VAT group has the group's number, which is not its own.
  if (typeof vat === 'string' && vat.startsWith('BE') && values['status.vatStatus'] !== 'vatGroup') {
    values['identity.enterpriseNumber'] ??= vat.slice(2)
  }
  if (/^[1-9]\d{3}$/.test(String(values['contact.postalCode'] ?? ''))) values['contact.country'] ??= 'BE'
  values['assignment.portfolio'] ??= defaultPortfolio
  if (values['identity.kind']) return
  const { kind, unsure } = guessKind(values)
  values['identity.kind'] = kind
  if (unsure) notes.push({ level: 'information', reason: 'guessedAsLegal', field: 'identity.kind' })
}

function problemsOfRow(
  { values, notes }: RowReading,
  cells: SheetRow['cells'],
  { columns, editablePortfolios }: RowRules,
): RowNote[] {
  const isTold = (field: string) => notes.some(note => note.field === field)
  const problems: RowNote[] = []
  if (!values['identity.name'] && !isTold('identity.name')) {
    problems.push({ level: 'refusal', reason: 'nameMissing', field: 'identity.name' })
  }
  for (const id of ['identity.name', 'contact.street']) {
    const length = String(values[id] ?? '').length
    const limit = maxLengthOf('text')
    if (length > limit)
      problems.push({ level: 'refusal', reason: 'tooLong', field: id, params: { limit, length } })
  }
  const portfolio = values['assignment.portfolio']
  if (typeof portfolio !== 'number') {
    if (!isTold('assignment.portfolio')) {
      problems.push({ level: 'refusal', reason: 'portfolioMissing', field: 'assignment.portfolio' })
    }
  } else if (!editablePortfolios.includes(portfolio)) {
    const field = 'assignment.portfolio'
    const column = columns.find(({ target }) => target === field)?.column
    const place = column === undefined ? {} : { column, value: shortened(cellText(cells[column])) }
    problems.push({ level: 'refusal', reason: 'portfolioNotEditable', field, ...place })
  }
  return problems
}

import type { Field, FieldKind } from '#kernel/fields/field.ts'
import { COLUMN_NAMES, columnKey } from './column-names.ts'
import { BOX, FIRST_NAME, fieldOfTarget, HOUSE_NUMBER, type ImportTarget, PARTS } from './import-targets.ts'
import { readCell } from './read-cell.ts'
import { type Cell, cellText, type SheetRow } from './sheet.ts'

/** Which column is read into what. */
export interface ColumnMatch {
  column: number
  target: ImportTarget
}

/**
 * The row that names the columns: among the first thirty, the one with the most names that are known, and the first
 * row with a text in it when none has two of them.
 */
export function findHeader(head: readonly SheetRow[], fields: readonly Field[]): SheetRow | undefined {
  const names = knownNames(fields)
  let best: SheetRow | undefined
  let most = 1
  for (const row of head.slice(0, 30)) {
    const known = new Set(row.cells.map(cell => columnKey(cellText(cell))).filter(key => names.has(key))).size
    if (known > most) {
      best = row
      most = known
    }
  }
  return best ?? head.find(row => row.cells.some(cell => typeof cell === 'string'))
}

/** Guesses which column fills which field: by its name, then by what it holds. Each target is guessed once. */
export function matchColumns(
  header: SheetRow,
  samples: readonly SheetRow[],
  fields: readonly Field[],
): ColumnMatch[] {
  const columns = header.cells.map((cell, column) => ({
    column,
    key: columnKey(cellText(cell)),
    values: samples.map(row => row.cells[column]).filter(value => cellText(value) !== ''),
  }))
  const matches = takeBest([...guessesByName(columns, fields), ...guessesByContent(columns, fields)])
  return matches.filter(match => isWhereItBelongs(match, matches)).sort((a, b) => a.column - b.column)
}

interface Column {
  column: number
  key: string
  values: (Cell | undefined)[]
}
type Guess = ColumnMatch & { score: number }

function knownNames(fields: readonly Field[]): Map<string, ImportTarget[]> {
  const names = new Map<string, ImportTarget[]>()
  for (const [target, known] of namesByTarget(fields)) {
    for (const name of new Set(known.map(columnKey))) names.set(name, [...(names.get(name) ?? []), target])
  }
  return names
}

function namesByTarget(fields: readonly Field[]): [ImportTarget, string[]][] {
  return fields.flatMap(field => [
    [field.id, [...labelsOf(field), field.id, ...(COLUMN_NAMES[field.id] ?? [])]] as [ImportTarget, string[]],
    ...(PARTS[field.id] ?? []).map(
      part => [part, [...(COLUMN_NAMES[part] ?? [])]] as [ImportTarget, string[]],
    ),
  ])
}

const labelsOf = ({ label }: Field): string[] => (typeof label === 'string' ? [label] : Object.values(label))

/** A column of which hardly anything can be read as the field is not that field, whatever its name. */
const LEAST_READABLE = 0.5

function guessesByName(columns: readonly Column[], fields: readonly Field[]): Guess[] {
  const names = knownNames(fields)
  const byId = new Map(fields.map(field => [field.id, field]))
  return columns.flatMap(({ column, key, values }) =>
    (names.get(key) ?? []).flatMap(target => {
      const field = byId.get(target)
      const readable = field ? shareReadable(values, field) : 1
      return readable < LEAST_READABLE ? [] : [{ column, target, score: 2 + 2 * readable + fame(key, field) }]
    }),
  )
}

/** How well a name is known as that of the field: its label best, that of a mail category least (« TVA »). */
function fame(key: string, field: Field | undefined): number {
  if (field?.group === 'mail') return -1
  return field && labelsOf(field).some(label => columnKey(label) === key) ? 0.5 : 0
}

const RECOGNISED_KINDS: readonly FieldKind[] = ['enterpriseNumber', 'vatNumber', 'nationalNumber', 'email']

/** Numbers with check digits and e-mail addresses are known when seen. */
function guessesByContent(columns: readonly Column[], fields: readonly Field[]): Guess[] {
  const recognised = fields.filter(field => RECOGNISED_KINDS.includes(field.kind))
  return columns.flatMap(({ column, values }) =>
    values.length < 3
      ? []
      : recognised.flatMap(field => {
          const isVat = values.some(value => /^[a-z]{2}/i.test(cellText(value)))
          if (field.kind === 'vatNumber' ? !isVat : field.kind === 'enterpriseNumber' && isVat) return []
          const certain = shareReadable(values, field, { flawless: true })
          return certain < 0.8 ? [] : [{ column, target: field.id, score: certain }]
        }),
  )
}

function shareReadable(
  values: readonly (Cell | undefined)[],
  field: Field,
  { flawless = false } = {},
): number {
  if (values.length === 0) return 1
  const readable = values.filter(value => {
    const reading = readCell(value, field)
    return 'value' in reading && (!flawless || (reading.value !== null && reading.warning === undefined))
  })
  return readable.length / values.length
}

function takeBest(guesses: readonly Guess[]): ColumnMatch[] {
  const taken: ColumnMatch[] = []
  const inOrder = guesses.toSorted((a, b) => b.score - a.score || a.column - b.column)
  for (const { column, target } of inOrder) {
    if (!taken.some(one => one.column === column || one.target === target)) taken.push({ column, target })
  }
  return taken
}

/** A first name needs a name, and a house number stands after its street: elsewhere « N° » is any number. */
function isWhereItBelongs({ column, target }: ColumnMatch, matches: readonly ColumnMatch[]): boolean {
  const owner = matches.find(one => one.target === fieldOfTarget(target))
  if (target === FIRST_NAME) return owner !== undefined
  if (target === HOUSE_NUMBER || target === BOX) return owner !== undefined && owner.column < column
  return true
}

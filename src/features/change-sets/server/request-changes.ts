import type { ClientField } from '#features/clients/fields/client-field.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import type { NamedClient } from '#features/clients/server/named-clients-queries.ts'
import { readCell } from '#features/imports/read-cell.ts'
import { AppError, type FieldProblem } from '#kernel/app-error.ts'
import { type Change, type EditReading, readEdit, verbsOf } from '#kernel/changes/edit.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { ChangeSetRequest } from '../change-sets-api.ts'
import { changeableField } from './changeable-field.ts'
import type { WantedCell } from './plan-lines.ts'

type Edit = NonNullable<ChangeSetRequest['edits']>[number]
type Cell = NonNullable<ChangeSetRequest['cells']>[number]

/** What is wanted of the cells of every client: one for each field. Throws badInput that names what is wrong. */
export function wantedByEdits(edits: readonly Edit[], { byId }: Catalogue): WantedCell[] {
  const problems: FieldProblem[] = []
  const cells = new Map<string, WantedCell>()
  edits.forEach((edit, index) => {
    const field = changeableField(edit.field, byId)
    const problem = field ? problemOf(edit, field, index) : unknownField(edit, index)
    if (problem) problems.push(problem)
    if (!field || problem) return
    const wanted = wantedBy(edit, field)
    const earlier = cells.get(field.id)
    // Two edits of one field, such as adding one label and removing another, are one change of its cells.
    cells.set(field.id, earlier ? { ...wanted, change: inTurn(earlier.change, wanted.change) } : wanted)
  })
  if (problems.length > 0) throw new AppError('badInput', { fields: problems })
  return [...cells.values()]
}

const inTurn =
  (first: Change, second: Change): Change =>
  before =>
    second(first(before))

const unknownField = ({ field }: Edit, index: number): FieldProblem => ({
  path: `edits[${index}].field`,
  problem: 'unknownField',
  params: { value: field },
})

function problemOf(edit: Edit, field: ClientField, index: number): FieldProblem | undefined {
  const verbs = verbsOf(field)
  if (verbs.length === 0) {
    return { path: `edits[${index}].field`, problem: 'notEditable', params: { value: field.id } }
  }
  if (!verbs.includes(edit.verb)) {
    return {
      path: `edits[${index}].verb`,
      problem: 'notAmong',
      params: { value: edit.verb, accepted: verbs.join(', ') },
    }
  }
  const reading = readEdit(edit, field)
  return 'problem' in reading ? valueProblem(edit, field, index, reading) : undefined
}

const valueProblem = (
  { value }: Edit,
  field: ClientField,
  index: number,
  { problem, accepted = '' }: Extract<EditReading, { problem: string }>,
): FieldProblem => ({
  path: `edits[${index}].value`,
  problem,
  params: {
    field: field.id,
    // What was typed where a national number stands is told to nobody.
    value: field.kind === 'nationalNumber' ? '…' : shown(value),
    accepted,
  },
})

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text
}

function wantedBy(edit: Edit, field: ClientField): WantedCell {
  const reading = readEdit(edit, field)
  if ('problem' in reading) throw new Error(`An edit of ${field.id} that was found to be fine is not.`)
  return {
    field,
    change: reading.change,
    keepsInvalid: edit.keepInvalid ?? false,
    isInvalid: reading.warning !== undefined,
    ...(edit.before !== undefined && { expected: edit.before }),
  }
}

/** The texts of a pasted block that are to name a client. */
export const textsOfClients = (cells: readonly Cell[], { byId }: Catalogue): string[] => [
  ...new Set(cells.flatMap(({ field, text }) => (byId.get(field)?.kind === 'client' ? [text] : []))),
]

/**
 * What is wanted of each client of a pasted block, `named` being whom its texts name. What cannot be read is refused
 * cell by cell, never the whole.
 */
export function wantedByCells(
  cells: readonly Cell[],
  { byId }: Catalogue,
  named: ReadonlyMap<string, NamedClient>,
): { fields: ClientField[]; byClient: Map<number, WantedCell[]> } {
  const fields = new Map<string, ClientField>()
  const problems: FieldProblem[] = []
  const byClient = new Map<number, WantedCell[]>()
  cells.forEach((cell, index) => {
    const field = byId.get(cell.field)
    if (!field || verbsOf(field).length === 0) {
      const problem = field ? 'notEditable' : 'unknownField'
      problems.push({ path: `cells[${index}].field`, problem, params: { value: cell.field } })
      return
    }
    fields.set(field.id, field)
    const wanted = byClient.get(cell.client) ?? []
    const { client, text } = cell
    byClient.set(client, [...wanted.filter(one => one.field !== field), wantedByText(text, field, named)])
  })
  if (problems.length > 0) throw new AppError('badInput', { fields: problems.slice(0, 20) })
  return { fields: [...fields.values()], byClient }
}

function wantedByText(text: string, field: ClientField, named: ReadonlyMap<string, NamedClient>): WantedCell {
  const unreadable = (problem: string): WantedCell => ({
    field,
    change: before => before,
    unreadable: { problem, typed: field.kind === 'nationalNumber' ? '' : text.slice(0, 250).toWellFormed() },
  })
  const client = field.kind === 'client' ? named.get(text) : undefined
  if (client === 'several') return unreadable('severalClients')
  const reading = client === undefined ? readCell(text, field) : { value: client }
  if ('problem' in reading) return unreadable(reading.problem)
  if (reading.value === null && field.neverEmpty) return unreadable('neverEmpty')
  const edit = readEdit({ field: field.id, verb: 'set', value: reading.value as FieldValue }, field)
  if ('problem' in edit) return unreadable(edit.problem)
  return { field, change: edit.change, isInvalid: edit.warning !== undefined }
}

import { brokenRules } from '#features/clients/client-rules.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { type Catalogue, getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { findNumberHolders } from '#features/clients/server/number-holders-queries.ts'
import { uniqueNumbersOf } from '#features/clients/unique-numbers.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError, type FieldProblem } from '#kernel/app-error.ts'
import { readEdit } from '#kernel/changes/edit.ts'
import { belgianDay } from '#kernel/day.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import { matchesFilter } from '#kernel/filters/matches-filter.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { NewClient } from '../adding-api.ts'
import { editablePortfolios, mayChangeField } from '../change-rights.ts'
import { addClients } from './add-clients.ts'
import { findReadableClients } from './change-set-queries.ts'
import { holdLists } from './firm-lists-queries.ts'
import { trySeveralTimes } from './try-several-times.ts'

const PORTFOLIO = 'assignment.portfolio'

/**
 * Adds one client as an applied change set, which undoing puts into the bin. Throws badInput that names every field that
 * is missing or wrong, or whose number a client has already; noRight for a field or a portfolio that is not the user's to
 * fill.
 */
export async function addClient(
  actor: Actor,
  body: NewClient,
  key: string | null,
  secrets: SecretBox,
): Promise<{ id: number; changeSet: number }> {
  return trySeveralTimes(() =>
    onceOnly(actor.db, { key, asked: { add: body }, secrets }, async tx => {
      holdLists(tx)
      // What may be chosen is what can be chosen now that the lists are held.
      const catalogue = await getCatalogue(tx, [...actor.portfolios.keys()])
      const values = readNewValues(body, catalogue)
      refuseWithoutRight(actor, values, catalogue)
      refuseWhere(await takenBy(tx, actor, values, catalogue, secrets))
      const added = await addClients(
        tx,
        actor,
        { origin: 'creation', pieces: [[values]] },
        { catalogue, secrets },
      )
      const [id] = added.clientIds
      if (id === undefined) throw new Error('The new client has no id.')
      return { id, changeSet: added.id }
    }),
  )
}

/** The values of a new client as they are kept. Throws badInput that names all that is wrong. */
function readNewValues(
  { values: given, keepInvalid = [] }: NewClient,
  { fields, byId }: Catalogue,
): FieldValues {
  const values: Record<string, FieldValue> = {}
  const problems: FieldProblem[] = []
  for (const [id, value] of Object.entries(given)) {
    const field = byId.get(id)
    const isKept = keepInvalid.some(one => one === id)
    const reading = field?.editable ? readValue(field, value as FieldValue, isKept) : undefined
    if (!field) problems.push(problemAt(id, 'unknownField', value as FieldValue))
    else if (!reading) problems.push(problemAt(id, 'notEditable', value as FieldValue, field))
    else if ('problem' in reading) problems.push(reading)
    else if (reading.value !== null) values[id] = reading.value
  }
  const named = new Set(problems.map(({ path }) => path))
  for (const field of fields) {
    const path = pathOf(field.id)
    if (field.neverEmpty && isMissing(values[field.id] ?? null) && !named.has(path)) {
      problems.push(problemAt(field.id, 'missing', null, field))
    }
  }
  refuseWhere(problems.length > 0 ? problems : problemsTogether(values, byId))
  return values
}

function readValue(
  field: ClientField,
  value: FieldValue,
  keepInvalid: boolean,
): FieldProblem | { value: FieldValue } {
  // A field that is never empty is missing, which is told with the others.
  if (isMissing(value)) return { value: null }
  const reading = readEdit({ field: field.id, verb: 'set', value }, field)
  if ('problem' in reading) return problemAt(field.id, reading.problem, value, field, reading.accepted)
  if (reading.warning && !keepInvalid) return problemAt(field.id, reading.warning, value, field)
  return { value: reading.change(null) }
}

/** What values that are right by themselves are wrong about together. */
function problemsTogether(values: FieldValues, byId: Catalogue['byId']): FieldProblem[] {
  const context = { fields: byId, today: belgianDay(new Date()) }
  const misplaced = Object.keys(values).flatMap(id => {
    const field = byId.get(id)
    const applies = !field?.appliesTo || matchesFilter(field.appliesTo, values, context)
    return applies ? [] : [problemAt(id, 'notApplicable', values[id] ?? null, field)]
  })
  const broken = brokenRules(0, values).map(({ fields: [id = ''], problem }) =>
    problemAt(id, problem, values[id] ?? null, byId.get(id)),
  )
  return [...misplaced, ...broken]
}

function refuseWithoutRight(actor: Actor, values: FieldValues, { byId }: Catalogue): void {
  const barred = Object.keys(values).filter(id => {
    const field = byId.get(id)
    return field && !mayChangeField(actor, field)
  })
  const isElsewhere = !editablePortfolios(actor).includes(Number(values[PORTFOLIO]))
  const refused = isElsewhere ? [...barred, PORTFOLIO] : barred
  if (refused.length === 0) return
  throw new AppError('noRight', { fields: refused.map(id => problemAt(id, 'noRight', null, byId.get(id))) })
}

/** The numbers that another client has, and clients who are named but are not there, or not for this user to know. */
async function takenBy(
  tx: FirmTransaction,
  actor: Actor,
  values: FieldValues,
  { byId }: Catalogue,
  secrets: SecretBox,
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  for (const { field, client } of await findNumberHolders(tx, actor, uniqueNumbersOf(values), secrets)) {
    const problem = client ? 'duplicateOf' : 'duplicate'
    problems.push({ path: pathOf(field), problem, params: { name: client?.name ?? '' } })
  }
  const named = Object.entries(values).filter(
    ([id, value]) => value !== null && byId.get(id)?.kind === 'client',
  )
  const found = new Set(
    await findReadableClients(
      tx,
      named.map(([, value]) => Number(value)),
      [...actor.portfolios.keys()],
    ),
  )
  for (const [id, value] of named) {
    if (!found.has(Number(value))) problems.push(problemAt(id, 'unknownClient', value))
  }
  return problems
}

function refuseWhere(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new AppError('badInput', { fields: problems })
}

const pathOf = (field: string): string => `values.${field}`

function problemAt(
  id: string,
  problem: string,
  value: FieldValue,
  field?: ClientField,
  accepted = '',
): FieldProblem {
  // What was typed where a national number stands is told to nobody.
  const shown = field?.kind === 'nationalNumber' ? '…' : shortened(value)
  return { path: pathOf(id), problem, params: { field: id, value: shown, accepted } }
}

const shortened = (value: FieldValue): string =>
  String(value ?? '')
    .slice(0, 60)
    .toWellFormed()

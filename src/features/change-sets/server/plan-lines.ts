import { IN_BIN } from '#features/clients/client-fields.ts'
import { brokenRules, fieldsOfRules } from '#features/clients/client-rules.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellText, cellValue, isSameCell } from '#features/clients/server/cell-text.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import { UNIQUE_FIELDS } from '#features/clients/unique-numbers.ts'
import type { Change } from '#kernel/changes/edit.ts'
import type { Day } from '#kernel/day.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { conditionsOf } from '#kernel/filters/filter.ts'
import { matchesFilter } from '#kernel/filters/matches-filter.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { editablePortfolios, mayChangeField } from '../change-rights.ts'
import type { RefusalReason } from '../refusals.ts'
import { findReadableClients } from './change-set-queries.ts'
import { changeableField } from './changeable-field.ts'
import type { ChangingActor } from './changing-actor.ts'
import { type ClientRecord, readRecords } from './client-records-queries.ts'
import { changes, type Draft, type Line } from './planned-line.ts'
import { isUnique, refuseTakenNumbers, VAT_STATUS } from './refuse-taken-numbers.ts'

/** What is wanted of one cell of a client. */
export interface WantedCell {
  field: ClientField
  change: Change
  /** Keeps a number whose check digits are wrong, which is refused otherwise. */
  keepsInvalid?: boolean
  /** The number has wrong check digits. */
  isInvalid?: boolean
  /** The value that the user saw; the cell is left alone when it has another by now. */
  expected?: FieldValue
  /** What was typed cannot be understood. */
  unreadable?: { problem: string; typed: string }
}

export interface LinePlanner {
  /** Works out what becomes of some clients, in the order of the ids; each is to be planned once. */
  plan(ids: readonly number[]): Promise<Line[]>
}

/**
 * Makes what works out the lines of a set, for clients in batches. `fields` are all that any client may be wanted to
 * change; every client is judged by its values as the whole set leaves them.
 */
export function linePlanner(
  actor: ChangingActor,
  fields: readonly ClientField[],
  wantedOf: (clientId: number) => readonly WantedCell[],
  { catalogue, secrets, today }: { catalogue: Catalogue; secrets: SecretBox; today: Day },
): LinePlanner {
  const { db } = actor
  const editable = new Set(editablePortfolios(actor))
  const read = withRelatedFields(fields, catalogue)
  const placeOf = new Map(read.map((field, index) => [field.id, index]))
  const context = { fields: catalogue.byId, today }
  /** Numbers that clients of this set take. */
  const taken = new Map<string, number>()

  return {
    async plan(ids) {
      const records = await readRecords(db, ids, read, [...actor.portfolios.keys()])
      const drafts = ids.map(id => draftOf(id, records.get(id)))
      await refuseUnknownClients(drafts)
      await refuseTakenNumbers(db, drafts, taken, secrets)
      return drafts.flatMap(({ lines }) => lines)
    },
  }

  function draftOf(id: number, record: ClientRecord | undefined): Draft {
    const wanted = wantedOf(id)
    if (!record) return { id, lines: wanted.map(({ field }) => refused(id, field, null, 'notFound')) }
    const before: Record<string, FieldValue> = {}
    read.forEach((field, index) => {
      before[field.id] = cellValue(field, record.cells[index] ?? null)
    })
    const after = { ...before }
    for (const { field, change, unreadable } of wanted) {
      if (!unreadable) after[field.id] = change(after[field.id] ?? null)
    }
    const broken = brokenRules(id, after)
    const lines = wanted.map(cell => {
      const { field } = cell
      const text = record.cells[placeOf.get(field.id) ?? -1] ?? null
      const line: Line = { clientId: id, field, before: text, after: text, reason: null, problem: null }
      if (cell.unreadable)
        return { ...line, after: cell.unreadable.typed, ...invalid(cell.unreadable.problem) }
      const wantedText = cellText(field, after[field.id] ?? null, db.firmId, secrets)
      line.after = isSameCell(field, text, wantedText) ? text : wantedText
      return { ...line, ...refusalOf(cell, line, record, after, broken) }
    })
    return { id, lines, before, after }
  }

  function refusalOf(
    cell: WantedCell,
    { before, after }: Line,
    record: ClientRecord,
    values: Record<string, FieldValue>,
    broken: ReturnType<typeof brokenRules>,
  ): Pick<Line, 'reason' | 'problem'> {
    const { field } = cell
    if (record.inBin && field.id !== IN_BIN.id && !actor.reachesBin)
      return { reason: 'deleted', problem: null }
    if (!editable.has(record.portfolioId) || !mayChangeField(actor, field)) return NO_RIGHT
    if (before === after) return FINE
    if (cell.expected !== undefined && !isSeen(cell, before)) return { reason: 'changed', problem: null }
    if (field.id === 'assignment.portfolio' && !editable.has(Number(after))) return NO_RIGHT
    if (after === null) return FINE
    if (field.appliesTo && !matchesFilter(field.appliesTo, values, context)) {
      return { reason: 'notApplicable', problem: null }
    }
    if (cell.isInvalid && !cell.keepsInvalid) return invalid('wrongCheckDigits')
    const rule = broken.find(({ fields: of }) => of.includes(field.id))
    return rule ? invalid(rule.problem) : FINE
  }

  function isSeen({ field, expected = null }: WantedCell, before: string | null): boolean {
    if (field.kind === 'nationalNumber') return (before === null) === (expected === null)
    return before === cellText(field, expected, db.firmId, secrets)
  }

  /** A client to bill is one that the user may read, outside the bin. */
  async function refuseUnknownClients(drafts: readonly Draft[]): Promise<void> {
    const lines = drafts
      .flatMap(draft => draft.lines)
      .filter(line => line.field.kind === 'client' && changes(line))
    const named = lines.flatMap(({ after }) => (after === null ? [] : [Number(after)]))
    if (named.length === 0) return
    const known = new Set(await findReadableClients(db, named, [...actor.portfolios.keys()]))
    for (const line of lines) {
      if (line.after !== null && !known.has(Number(line.after))) Object.assign(line, invalid('unknownClient'))
    }
  }
}

const FINE = { reason: null, problem: null } as const
const NO_RIGHT = { reason: 'noRight', problem: null } as const
const invalid = (problem: string) => ({ reason: 'invalid', problem }) as const

const refused = (
  clientId: number,
  field: ClientField,
  before: string | null,
  reason: RefusalReason,
): Line => ({ clientId, field, before, after: before, reason, problem: null })

/** The fields of a set and all that their values are judged by. */
function withRelatedFields(fields: readonly ClientField[], { byId }: Catalogue): ClientField[] {
  const ids = new Set(fields.map(({ id }) => id))
  for (const field of fields) {
    if (field.appliesTo) for (const condition of conditionsOf(field.appliesTo)) ids.add(condition.field)
    for (const related of fieldsOfRules(field.id)) ids.add(related)
    if (isUnique(field) || field.id === VAT_STATUS) ids.add('identity.vatNumber').add(VAT_STATUS)
    if (field.id === IN_BIN.id) for (const unique of UNIQUE_FIELDS) ids.add(unique)
  }
  return [...ids].flatMap(id => changeableField(id, byId) ?? [])
}

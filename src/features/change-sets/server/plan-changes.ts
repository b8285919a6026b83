import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellValue, isCellText } from '#features/clients/server/cell-text.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import { belgianDay } from '#kernel/day.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { ChangeOrigin, FieldSummary, SelectionAsked } from '../change-set.ts'
import { insertLines, insertSet, savePlan } from './change-set-queries.ts'
import type { ChangingActor } from './changing-actor.ts'
import { atATime } from './numbers-move-together.ts'
import { linePlanner, type WantedCell } from './plan-lines.ts'
import { changes, type Line } from './planned-line.ts'
import type { PlanCounts, PlannedSet } from './planned-set.ts'

/** What is wanted of which clients, checked against the catalogue. */
export interface WantedChanges {
  origin: ChangeOrigin
  originName?: string | undefined
  selection: SelectionAsked
  clientIds: readonly number[]
  /** Every field that any client is wanted to change. */
  fields: readonly ClientField[]
  cellsOf(clientId: number): readonly WantedCell[]
}

/** Clients that are read, judged and written at a time: bounds the memory that a set takes. */
const CLIENTS_AT_A_TIME = 5_000

/**
 * Works out what becomes of every cell that is wanted to change, and keeps it as a planned set. Changes no client. Call
 * it inside a transaction.
 */
export async function planChanges(
  tx: FirmTransaction,
  actor: ChangingActor,
  wanted: WantedChanges,
  { catalogue, secrets }: { catalogue: Catalogue; secrets: SecretBox },
): Promise<PlannedSet> {
  const { origin, originName, selection, clientIds, fields } = wanted
  const id = await insertSet(tx, { userId: actor.userId, origin, originName, selection })
  const planner = linePlanner({ ...actor, db: tx }, fields, wanted.cellsOf, {
    catalogue,
    secrets,
    today: belgianDay(new Date()),
  })
  const tally = new Tally()
  const count = Math.min(atATime(fields, CLIENTS_AT_A_TIME), clientIds.length)
  for (let start = 0; start < clientIds.length; start += count) {
    const lines = await planner.plan(clientIds.slice(start, start + count))
    insertLines(tx, id, lines)
    tally.add(lines)
  }
  const planned = { id, counts: tally.counts, refusedLines: tally.refusedLines }
  savePlan(tx, planned, tally.summary(fields))
  return planned
}

/** What can be said of all lines of a set, while they go by. */
class Tally {
  readonly counts: PlanCounts = { change: 0, unchanged: 0, refused: 0, lines: 0 }
  refusedLines = 0
  readonly #fields = new Map<string, FieldTally>()

  /** Takes lines of which those of one client stand together. */
  add(lines: readonly Line[]): void {
    this.counts.lines += lines.length
    for (let start = 0; start < lines.length; ) {
      let end = start + 1
      while (end < lines.length && lines[end]?.clientId === lines[start]?.clientId) end++
      this.#addClient(lines.slice(start, end))
      start = end
    }
  }

  #addClient(lines: readonly Line[]): void {
    if (lines.some(changes)) this.counts.change++
    else if (lines.some(({ reason }) => reason !== null)) this.counts.refused++
    else this.counts.unchanged++
    for (const line of lines) {
      if (changes(line)) this.#addChange(line)
      if (line.reason !== null) this.refusedLines++
    }
  }

  #addChange({ field, before, after }: Line): void {
    const tally = this.#fields.get(field.id) ?? { clients: 0, before: new Set(), after: new Set() }
    this.#fields.set(field.id, tally)
    tally.clients++
    if (familyOf(field) !== 'set') {
      // Two tell as much as all of them: that they differ.
      if (tally.before.size < 2) tally.before.add(before)
      if (tally.after.size < 2) tally.after.add(after)
      return
    }
    const [had, has] = [membersOf(field, before), membersOf(field, after)]
    for (const member of had) if (!has.includes(member)) tally.before.add(member)
    for (const member of has) if (!had.includes(member)) tally.after.add(member)
  }

  summary(fields: readonly ClientField[]): FieldSummary[] {
    return fields.flatMap(field => {
      const tally = this.#fields.get(field.id)
      return tally ? [{ field: field.id, clients: tally.clients, ...sameForAll(field, tally) }] : []
    })
  }
}

type Member = string | number

/** Texts of cells before and after; of sets, the members that go and come. */
interface FieldTally {
  clients: number
  before: Set<Member | null>
  after: Set<Member | null>
}

const membersOf = (field: ClientField, text: string | null): readonly Member[] =>
  (cellValue(field, text) ?? []) as readonly Member[]

function sameForAll(
  field: ClientField,
  { before, after }: FieldTally,
): Pick<FieldSummary, 'before' | 'after'> {
  if (familyOf(field) === 'set') return { before: toValue(before), after: toValue(after) }
  return { ...onlyOne('before', field, before), ...onlyOne('after', field, after) }
}

const toValue = (members: FieldTally['before']): FieldValue =>
  members.size === 0 ? null : ([...members] as readonly Member[])

function onlyOne<Key extends string>(key: Key, field: ClientField, texts: FieldTally['before']) {
  const [text = null] = texts as ReadonlySet<string | null>
  return texts.size === 1 && (text === null || isCellText(field, text))
    ? ({ [key]: cellValue(field, text) } as Record<Key, FieldValue>)
    : {}
}

import { deepEqual } from 'node:assert/strict'
import { belgianDay } from '#kernel/day.ts'
import type { Database } from '#platform/db/database.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { against, type Result } from './bench-result.ts'
import { FORTY_FIELDS, handWritten, THREE_CONDITIONS } from './hand-written.ts'
import { type ListCommands, listCommandsFor } from './list-commands.ts'
import { compare, median, time } from './measure.ts'

/** Measures the commands of the list against hand-written SQL on one database. */
export async function benchList(database: Database, secrets: SecretBox, firmId: number): Promise<Result[]> {
  const commands = await listCommandsFor(database, secrets, firmId)
  const hand = handWritten(database.pool, firmId, belgianDay(new Date()))
  const by = [{ field: 'identity.name' }]
  const middle = idsInTheMiddle(JSON.parse(await commands.query({ sort: by })).ids)
  const rows = { ids: middle, fields: FORTY_FIELDS }
  const fragment = 'boulangerie m'
  return [
    await compared(
      'query: three conditions, sort by name, all ids',
      () => commands.query({ filter: THREE_CONDITIONS, sort: by }),
      hand.threeConditionsByName,
      1.5,
    ),
    await compared(
      `search of a fragment of a name (« ${fragment} »)`,
      () => commands.query({ search: fragment }),
      () => hand.search(fragment.replaceAll(' ', '')),
      1.5,
    ),
    await compared(
      'the same search against a sequential scan of names',
      () => commands.query({ search: fragment }),
      () => hand.scanNames(fragment),
      1,
      { sameAnswer: false },
    ),
    await compared(
      'facets of the town under three conditions',
      () => commands.facets({ field: 'contact.city', filter: THREE_CONDITIONS }),
      hand.citiesUnderThreeConditions,
      1.5,
    ),
    await compared(
      'rows: 100 clients × 40 fields',
      () => commands.rows(rows),
      () => hand.rows(middle),
      1.5,
    ),
    await countsAgainstSlowest(commands),
  ]
}

async function compared(
  work: string,
  ours: () => Promise<string>,
  reference: () => Promise<string>,
  most: number,
  { sameAnswer = true } = {},
): Promise<Result> {
  if (sameAnswer) deepEqual(JSON.parse(await ours()), JSON.parse(await reference()), work)
  const times = await compare(ours, reference)
  return against(work, times.ours, times.reference, most)
}

const active = { field: 'status.active', op: 'isTrue' }
const kind = (...kinds: string[]) => ({ field: 'identity.kind', op: 'in', value: kinds })

/** What chips ask: a mix of plain columns, joined ones, labels and fields that are incomplete. */
const FIFTEEN_CHIPS = [
  { all: [] },
  { all: [kind('legal'), active] },
  { all: [kind('selfEmployed'), active] },
  { all: [kind('private'), active] },
  { all: [{ field: 'identity.legalForm', op: 'in', value: ['017'] }, active] },
  { all: [{ field: 'status.vatStatus', op: 'in', value: ['monthly', 'quarterly', 'franchise'] }, active] },
  { all: [{ field: 'status.active', op: 'isFalse' }] },
  { all: [active, { field: 'legal.identityCard', op: 'incomplete' }] },
  { all: [active, { field: 'identity.enterpriseNumber', op: 'incomplete' }] },
  { all: [active, { field: 'contact.email', op: 'incomplete' }] },
  { all: [active, { field: 'assignment.responsible', op: 'empty' }] },
  { all: [active, { field: 'organisation.closingDay', op: 'empty' }, kind('legal')] },
  { all: [active, { field: 'aml.nextReview', op: 'past' }] },
  { all: [active, { field: 'aml.uboConfirmedOn', op: 'olderThanDays', value: 365 }] },
  { all: [active, { field: 'contact.city', op: 'contains', value: 'namur' }] },
]

async function countsAgainstSlowest(commands: ListCommands): Promise<Result> {
  const single = FIFTEEN_CHIPS.map(filter => ({ filter, ms: 0 }))
  for (const one of single) {
    const times: number[] = []
    for (let run = 0; run < 5; run++) times.push(await time(() => commands.counts({ filters: [one.filter] })))
    one.ms = median(times)
  }
  const slowest = single.reduce((a, b) => (b.ms > a.ms ? b : a))
  const times = await compare(
    () => commands.counts({ filters: FIFTEEN_CHIPS }),
    () => commands.counts({ filters: [slowest.filter] }),
  )
  return against('counts of 15 chips, against the slowest single count', times.ours, times.reference, 2)
}

function idsInTheMiddle(ids: readonly number[]): number[] {
  const start = Math.floor(ids.length / 2)
  return ids.slice(start, start + 100)
}

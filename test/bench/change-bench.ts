import type { Database } from '#platform/db/database.ts'
import { tidyDatabase } from '#platform/db/tidy-database.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { Result } from './list-bench.ts'
import { type ListCommands, listCommandsFor } from './list-commands.ts'
import { median, time } from './measure.ts'

const CLIENTS = 5_000
const RUNS = 9
const WRITERS = 20

/** Measures planning, applying and undoing a change of many clients, and single cells, on one database. */
export async function benchChanges(
  database: Database,
  secrets: SecretBox,
  firmId: number,
): Promise<Result[]> {
  const commands = await listCommandsFor(database, secrets, firmId)
  const { ids } = JSON.parse(await commands.query({})) as { ids: number[] }
  const some = ids.slice(0, CLIENTS)
  const five = await timeChanges(database, firmId, commands, some, RUNS)
  await tidyDatabase(database)
  const all = await timeChanges(database, firmId, commands, ids, 3)
  await tidyDatabase(database)
  const limit = database.kind === 'embedded' ? 200 : 100
  const growth = all.apply / ids.length / (five.apply / CLIENTS)
  return [
    milliseconds(`plan ${CLIENTS} clients × 1 field`, five.plan, limit),
    ratio(`apply it, against one bare UPDATE`, five.apply, five.bare, 2),
    ratio(`undo it, against one bare UPDATE`, five.undo, five.bare, 2),
    {
      work: `apply to ${ids.length}, per client against ${CLIENTS}`,
      ours: all.apply,
      reference: (five.apply / CLIENTS) * ids.length,
      ratio: growth,
      target: '≤ 1 ×, and some',
      reached: growth <= 1.15,
      unit: 'ms',
    },
    milliseconds('one cell, planned and applied', await timeCells(commands, some, 1), 50),
    ...(database.kind === 'server'
      ? [
          milliseconds(
            `${WRITERS} writers of cells at once, 95 %`,
            await timeCells(commands, some, WRITERS),
            150,
          ),
        ]
      : []),
  ]
}

/** Medians; every run changes every client, from one language to the other. */
async function timeChanges(
  { pool }: Database,
  firmId: number,
  commands: ListCommands,
  ids: readonly number[],
  runs: number,
) {
  const times = { plan: [] as number[], apply: [] as number[], undo: [] as number[], bare: [] as number[] }
  const setBare = (language: string) =>
    pool.query('UPDATE clients SET language = $3 WHERE firm_id = $1 AND id = ANY($2)', [
      firmId,
      ids,
      language,
    ])
  await setBare('fr')
  for (let run = -1; run < runs; run++) {
    let id = 0
    const edits = [{ field: 'identity.language', verb: 'set', value: 'nl' }]
    const plan = await time(async () => {
      id = JSON.parse(await commands.plan({ selection: { ids }, edits })).id
    })
    const apply = await time(() => commands.apply(id))
    const undo = await time(() => commands.undo(id))
    const bare = await time(() => setBare('nl'))
    await setBare('fr')
    if (run < 0) continue
    times.plan.push(plan)
    times.apply.push(apply)
    times.undo.push(undo)
    times.bare.push(bare)
  }
  return {
    plan: median(times.plan),
    apply: median(times.apply),
    undo: median(times.undo),
    bare: median(times.bare),
  }
}

/** The median of one writer, the 95th percentile of several; every writer changes cells of its own clients. */
async function timeCells(commands: ListCommands, ids: readonly number[], writers: number): Promise<number> {
  const times: number[] = []
  const write = async (writer: number) => {
    for (let turn = 0; turn < 15; turn++) {
      const id = ids[writer * 15 + turn]
      const edits = [{ field: 'organisation.closingDay', verb: 'set', value: turn % 2 ? '06-30' : '03-31' }]
      times.push(await time(() => commands.plan({ selection: { ids: [id] }, edits, apply: true })))
    }
  }
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  const sorted = times.toSorted((a, b) => a - b)
  return writers === 1 ? median(times) : (sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN)
}

const milliseconds = (work: string, ours: number, most: number): Result => ({
  work,
  ours,
  target: `≤ ${most} ms`,
  reached: ours <= most,
  unit: 'ms',
})

const ratio = (work: string, ours: number, reference: number, most: number): Result => ({
  work,
  ours,
  reference,
  ratio: ours / reference,
  target: `≤ ${most} ×`,
  reached: ours / reference <= most,
  unit: 'ms',
})

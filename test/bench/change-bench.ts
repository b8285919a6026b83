import type { Database } from '#platform/db/database.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { against, type Result, within } from './bench-result.ts'
import { type ListCommands, listCommandsFor } from './list-commands.ts'
import { median, time } from './measure.ts'

/** Fewer in a smaller firm. */
const MANY = 5_000
const RUNS = 9

/** Measures planning, applying and undoing a change of many clients on one database. */
export async function benchChanges(
  database: Database,
  secrets: SecretBox,
  firmId: number,
): Promise<Result[]> {
  const commands = await listCommandsFor(database, secrets, firmId)
  const { ids } = JSON.parse(await commands.query({})) as { ids: number[] }
  const some = ids.slice(0, MANY)
  const five = await timeChanges(database, firmId, commands, some, RUNS)
  await settle(database)
  const all = await timeChanges(database, firmId, commands, ids, 3)
  await settle(database)
  const limit = database.kind === 'embedded' ? 200 : 100
  return [
    within(`plan ${some.length} clients × 1 field`, five.plan, limit, 'ms'),
    against('apply it, against one bare UPDATE', five.apply, five.bare, 2),
    against('undo it, against one bare UPDATE', five.undo, five.bare, 2),
    against(`apply to ${ids.length}, against one bare UPDATE`, all.apply, all.bare, 2),
    // A little more than linear would still be the noise of two measurements.
    against(
      `apply to ${ids.length}, per client against ${some.length}`,
      all.apply,
      (five.apply / some.length) * ids.length,
      1.15,
    ),
  ]
}

/** Does what the database would do by itself a minute later, in the middle of what is measured next. */
export async function settle({ pool }: Database): Promise<void> {
  await pool.query('VACUUM ANALYZE')
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

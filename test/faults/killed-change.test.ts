import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeClients } from '#features/change-sets/server/change-clients.ts'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import { belgianDay } from '#kernel/day.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { makeDataFolder, makeServerDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'

const APPLIER = fileURLToPath(new URL('./apply-until-killed.ts', import.meta.url))
const CLIENTS = 10_000
const KILLS = 10

/** Where the database of a test is, and what removes it. */
interface Place {
  databaseUrl: string
  dataDir: string
  remove(): Promise<void>
}

const PLACES: readonly [kind: string, make: () => Promise<Place>][] = [
  [
    'embedded',
    async () => {
      const dataDir = await makeDataFolder()
      return {
        databaseUrl: '',
        dataDir,
        remove: async () => rmSync(dataDir, { recursive: true, force: true }),
      }
    },
  ],
  ...(process.env.TEST_DATABASE_URL
    ? [
        ['server', async () => ({ dataDir: '', ...(await makeServerDatabase()) })] as [
          string,
          () => Promise<Place>,
        ],
      ]
    : []),
]

describe.each(PLACES)('A process that is killed while it changes 10 000 clients (%s)', (_kind, make) => {
  let place: Place
  let firm: Pick<TestFirm, 'db' | 'catalogue' | 'portfolioIds'>
  let ids: number[]
  let turn = 0

  beforeAll(async () => {
    place = await make()
    await onDatabase(async database => {
      const made = await makeFirm(database)
      firm = made
      ids = await makeClients(
        made,
        Array.from({ length: CLIENTS }, () => ({ 'identity.language': 'fr', 'contact.city': 'nowhere' })),
      )
    })
  }, 120_000)
  afterAll(() => place?.remove())

  async function onDatabase<T>(work: (database: Database, actor: Actor) => Promise<T>): Promise<T> {
    const { databaseUrl, dataDir } = place
    const database = await openDatabase({ databaseUrl: databaseUrl || undefined, dataDir })
    try {
      const actor = firm && (await findActor(database, { firmId: firm.db.firmId, memberId: firm.db.userId }))
      return await work(database, actor as Actor)
    } finally {
      await database.close()
    }
  }

  const languageOf = (ofTurn: number) => (ofTurn % 2 ? 'fr' : 'nl')
  const change = (
    actor: Actor,
    clientIds: readonly number[],
    town: string,
    apply: boolean,
    language = languageOf(turn),
  ) =>
    changeClients(
      actor,
      {
        selection: { ids: [...clientIds] },
        edits: [
          { field: 'contact.city', verb: 'set', value: town },
          { field: 'identity.language', verb: 'set', value: language },
        ],
        apply,
      },
      null,
      {
        context: {
          catalogue: firm.catalogue,
          language: 'fr',
          today: belgianDay(new Date()),
          readablePortfolios: firm.portfolioIds,
        },
        secrets: TEST_SECRETS,
      },
    )

  const stateOf = async (actor: Actor, setId: number) => {
    const [set] = await actor.db.query<{ state: string }>(
      sql`SELECT state FROM change_sets WHERE firm_id = ${actor.db.firmId} AND id = ${setId}`,
    )
    return set?.state
  }

  /** What every client has, when it is the same for all. */
  const states = (actor: Actor) =>
    actor.db.query<{ town: string; language: string; n: number }>(sql`
      SELECT a.city AS town, c.language, count(*)::integer AS n FROM clients c
      JOIN client_addresses a ON a.firm_id = c.firm_id AND a.client_id = c.id
      WHERE c.firm_id = ${actor.db.firmId} AND c.id <> ${ids[0]} GROUP BY 1, 2`)

  test('leaves them all as before or all changed, as the history says, and nothing locked', async () => {
    const outcomes: string[] = []
    let lasted = Number.POSITIVE_INFINITY
    let planned = await onDatabase(async (_database, actor) => ({
      before: await states(actor),
      id: (await change(actor, ids, 'town 0', false)).id,
    }))
    for (turn = 0; turn <= KILLS; turn++) {
      // The first one is let through, to know how long it takes.
      const { isApplied, ms } = await applyAndKill(planned.id, Math.random() * lasted)
      if (turn === 0) lasted = ms
      planned = await onDatabase(async (_database, actor) => {
        const after = await states(actor)
        const changed = [{ town: `town ${turn}`, language: languageOf(turn), n: CLIENTS - 1 }]
        const isChanged = after[0]?.town === `town ${turn}`
        expect(after).toEqual(isChanged ? changed : planned.before)
        expect(await stateOf(actor, planned.id)).toBe(isChanged ? 'applied' : 'planned')
        if (isApplied) expect(isChanged).toBe(true)
        outcomes.push(isChanged ? 'changed' : 'as before')
        const alone = await change(actor, ids.slice(0, 1), `lone ${turn}`, true)
        expect(alone).toMatchObject({ changed: 1, skippedCount: 0 })
        const next = await change(actor, ids, `town ${turn + 1}`, false, languageOf(turn + 1))
        return { before: after, id: next.id }
      })
    }
    expect(outcomes).toContain('as before')
  }, 300_000)

  /** Kills the applying process so long after it began; answers whether it was done before, and how long that took. */
  async function applyAndKill(setId: number, afterMs: number): Promise<{ isApplied: boolean; ms: number }> {
    const { databaseUrl, dataDir } = place
    const wanted = [databaseUrl, dataDir, firm.db.firmId, firm.db.userId, setId].map(String)
    const applier = spawn(process.execPath, [APPLIER, ...wanted], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(applier, 'exit')
    let isApplied = false
    let began = 0
    let ms = 0
    for await (const line of createInterface({ input: applier.stdout })) {
      if (line === 'applying') {
        began = performance.now()
        if (Number.isFinite(afterMs)) void killAfter(applier, afterMs)
      } else {
        isApplied = true
        ms = performance.now() - began
      }
    }
    await ended
    return { isApplied, ms }
  }
})

async function killAfter(process: ChildProcess, ms: number): Promise<void> {
  await pause(ms)
  process.kill('SIGKILL')
}

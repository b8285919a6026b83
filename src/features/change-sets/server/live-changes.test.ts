import { beforeEach, describe, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'
import { MOST_TOLD } from '../live-changes-api.ts'
import { openLiveChanges } from './live-changes.ts'
import { findChanged, readVersion } from './live-changes-queries.ts'

onEachDatabase('The live feed', database => {
  let app: TestApplication
  let boss: string

  beforeEach(async () => {
    app = await makeApplication(database())
    await app.addUser(`boss@${app.firm.db.firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${app.firm.db.firmId}.test`)
  })

  const set = (ids: readonly number[], field: string, value: unknown) =>
    app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: { selection: { ids }, edits: [{ field, verb: 'set', value }], apply: true },
    })
  const changesSince = async (since: number, cookie = boss) =>
    (await app.ask('GET', `/api/changes?since=${since}`, { cookie })).json

  test('names the clients that changed since a version, and no others', async () => {
    const [a = 0, b = 0] = await makeClients(app.firm, [{}, {}])
    const { version } = await changesSince(0)
    await set([a], 'identity.language', 'nl')
    expect(await changesSince(version)).toEqual({ version: version + 1, clients: [a] })
    await set([a, b], 'identity.language', 'nl')
    expect(await changesSince(version + 1)).toEqual({ version: version + 2, clients: [b] })
    expect(await changesSince(version + 2)).toEqual({ version: version + 2, clients: [] })
  })

  test('names no client that the reader may not know, but those that left her portfolios', async () => {
    const [first = 0, second = 0] = app.firm.portfolioIds
    const email = `collab@${app.firm.db.firmId}.test`
    const userId = await app.addUser(email)
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: first, userId, level: 'edit' }])
    const collaborator = await app.signIn(email)
    const [mine = 0, theirs = 0] = await makeClients(app.firm, [{}, { 'assignment.portfolio': second }])
    const { version } = await changesSince(0, collaborator)
    await set([mine, theirs], 'identity.language', 'nl')
    expect((await changesSince(version, collaborator)).clients).toEqual([mine])
    await set([mine], 'assignment.portfolio', second)
    expect((await changesSince(version + 1, collaborator)).clients).toEqual([mine])
    await set([mine], 'identity.language', 'de')
    expect((await changesSince(version + 2, collaborator)).clients).toEqual([])
  })

  test('names none when they are very many', async () => {
    const { version } = await changesSince(0)
    await makeClients(
      app.firm,
      Array.from({ length: MOST_TOLD + 1 }, () => ({})),
    )
    expect((await changesSince(version)).clients).toBeNull()
  })

  test('misses no change, however many are committed while it is read', async () => {
    const ids = await makeClients(
      app.firm,
      Array.from({ length: 60 }, () => ({ 'identity.language': 'fr' })),
    )
    const { db } = app.firm
    const portfolioIds = app.firm.portfolioIds
    const seen = new Set<number>()
    let version = await readVersion(db)
    let isOver = false
    const read = async () => {
      while (!isOver || version < (await readVersion(db))) {
        const found = await findChanged(db, version, portfolioIds)
        for (const id of found.clients ?? []) seen.add(id)
        version = found.version
      }
    }
    const reading = read()
    await Promise.all(ids.map(id => set([id], 'identity.language', 'nl')))
    isOver = true
    await reading
    expect([...seen].sort((a, b) => a - b)).toEqual(ids)
  })

  describe('tells of a new version', () => {
    const nextVersion = (subscribe: (onChange: (version: number | undefined) => void) => () => void) =>
      new Promise<number | undefined>(resolve => {
        const stop = subscribe(version => {
          stop()
          resolve(version)
        })
      })

    test('as soon as it is committed, to those of the firm only', async () => {
      const live = openLiveChanges(database())
      const { firmId } = app.firm.db
      const heardElsewhere: unknown[] = []
      live.subscribe(firmId + 1_000, version => heardElsewhere.push(version))
      // Its own connection takes a moment to listen.
      const [id = 0] = await makeClients(app.firm, [{}])
      const heard = nextVersion(onChange => live.subscribe(firmId, onChange))
      for (let turn = 0; turn < 100 && !(await settled(heard)); turn++) {
        await set([id], 'identity.language', turn % 2 ? 'nl' : 'fr')
      }
      expect(await heard).toBeGreaterThan(0)
      expect(heardElsewhere).toEqual([])
    })

    test('over a stream of events, which starts with the version now', async () => {
      const events = await openStream(app, boss)
      const { version } = await changesSince(0)
      expect(await events.next()).toBe(version)
      const [id = 0] = await makeClients(app.firm, [{}])
      await set([id], 'identity.language', 'nl')
      let latest = 0
      while (latest < version + 2) latest = Math.max(latest, await events.next())
      expect(latest).toBe(version + 2)
      await events.close()
    })

    test('is for signed-in users', async () => {
      expect((await app.ask('GET', '/api/changes/stream')).status).toBe(401)
      expect((await app.ask('GET', '/api/changes?since=0')).status).toBe(401)
      expect((await app.ask('GET', '/api/changes?since=-1', { cookie: boss })).status).toBe(400)
    })
  })
})

const settled = (promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    promise.then(() => true),
    new Promise<boolean>(resolve => setTimeout(() => resolve(false), 20)),
  ])

async function openStream(app: TestApplication, cookie: string) {
  const body = await app.stream('/api/changes/stream', cookie)
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    async next(): Promise<number> {
      for (;;) {
        const event = /data: (\d+)\n\n/.exec(text)
        if (event) {
          text = text.slice(event.index + event[0].length)
          return Number(event[1])
        }
        const { value, done } = await reader.read()
        if (done) throw new Error('The stream has ended.')
        text += value
      }
    },
    close: () => reader.cancel(),
  }
}

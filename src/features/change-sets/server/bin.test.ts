import { beforeEach, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

onEachDatabase('The bin', database => {
  let app: TestApplication
  let boss: string

  beforeEach(async () => {
    app = await makeApplication(database())
    await app.addUser(`boss@${app.firm.db.firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${app.firm.db.firmId}.test`)
  })

  const set = async (ids: readonly number[], field: string, value: unknown) =>
    (
      await app.ask('POST', '/api/change-sets', {
        cookie: boss,
        body: { selection: { ids }, edits: [{ field, verb: 'set', value }], apply: true },
      })
    ).json
  const list = async (query = '', cookie = boss) =>
    (await app.ask('GET', `/api/bin?${query}`, { cookie })).json
  const erase = (ids: readonly number[], cookie = boss) =>
    app.ask('POST', '/api/bin/erase', { cookie, body: { ids } })
  /** As if the clients had been there for that long. */
  const backdate = (ids: readonly number[], years: number) =>
    database().pool.query(
      `UPDATE clients SET deleted_at = deleted_at - make_interval(years => $2) WHERE id = ANY($1)`,
      [ids, years],
    )

  test('lists what went into it, by whom, and how to bring it back, to those who may read it', async () => {
    const [first = 0, second = 0] = app.firm.portfolioIds
    const [a = 0, b = 0] = await makeClients(app.firm, [
      { 'identity.name': 'Boulangerie Dupont', 'assignment.portfolio': first },
      { 'identity.name': 'Garage Maes', 'assignment.portfolio': second },
    ])
    const deletion = await set([a, b], 'client.inBin', true)
    expect((await list()).clients).toMatchObject([
      { id: a, name: 'Boulangerie Dupont', portfolio: 'Namur', changeSet: deletion.id },
      { id: b, name: 'Garage Maes', portfolio: 'Gent', changeSet: deletion.id },
    ])
    expect((await list('search=DUPONT')).clients).toMatchObject([{ id: a }])
    const email = `collab@${app.firm.db.firmId}.test`
    const userId = await app.addUser(email)
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: second, userId, level: 'read' }])
    const collaborator = await app.signIn(email)
    expect((await list('', collaborator)).clients).toMatchObject([{ id: b }])
    expect((await erase([b], collaborator)).status).toBe(403)
    await set([a], 'client.inBin', false)
    expect((await list()).clients).toMatchObject([{ id: b }])
  })

  test('gives persons back together, each with a national number of its own', async () => {
    const ids = await makeClients(app.firm, [
      { 'identity.kind': 'private', 'identity.nationalNumber': '85073003328' },
      { 'identity.kind': 'private', 'identity.nationalNumber': '90022742191' },
    ])
    await set(ids, 'client.inBin', true)
    expect(await set(ids, 'client.inBin', false)).toMatchObject({ changed: 2, skippedCount: 0 })
    expect((await list()).clients).toEqual([])
  })

  test('gives up a client for good only after ten years, and only what is in it', async () => {
    const [kept = 0, old = 0, living = 0, left = 0] = await makeClients(app.firm, [
      {},
      {},
      {},
      { 'status.clientSince': '2001-01-01', 'status.clientUntil': '2024-06-30' },
    ])
    await set([kept, old, left], 'client.inBin', true)
    await backdate([old], 11)
    await backdate([left], 12)
    const { json } = await erase([kept, old, living, left, 2_000_000])
    expect(json).toEqual({
      erased: 1,
      skipped: [
        { client: kept, reason: 'tooEarly' },
        { client: living, reason: 'notInBin' },
        { client: left, reason: 'tooEarly' },
        { client: 2_000_000, reason: 'notFound' },
      ],
    })
    expect((await list()).clients.map(({ id }: { id: number }) => id).sort()).toEqual([kept, left].sort())
  })

  test('leaves who and when of what was deleted for good, nothing of what it was, and undoing tells that it is gone', async () => {
    const [a = 0, b = 0] = await makeClients(app.firm, [{ 'contact.email': 'a@client.test' }, {}])
    const change = await set([a, b], 'contact.city', 'Sambreville-les-Bains')
    const own = await set([a], 'contact.email', 'autre@client.test')
    await set([a], 'client.inBin', true)
    await backdate([a], 11)
    expect((await erase([a])).json).toEqual({ erased: 1, skipped: [] })
    const [latest] = (await app.ask('GET', '/api/change-sets', { cookie: boss })).json.changeSets
    expect(latest).toMatchObject({ origin: 'erasure', user: {}, counts: { change: 1 }, undo: 'erasure' })
    expect((await app.ask('POST', `/api/change-sets/${latest.id}/undo`, { cookie: boss })).status).toBe(404)
    const { rows } = await database().pool.query('SELECT * FROM change_lines WHERE client_id = $1', [a])
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain('Sambreville')
    const told = await app.ask('GET', `/api/change-sets/${own.id}`, { cookie: boss })
    expect(told.json.summary).toEqual([{ field: 'contact.email', clients: 1 }])
    const undone = await app.ask('POST', `/api/change-sets/${change.id}/undo`, { cookie: boss })
    expect(undone.json).toMatchObject({
      changed: 1,
      skipped: [{ client: a, field: 'contact.city', reason: 'deleted' }],
    })
  })

  test('keeps a client that others are billed to', async () => {
    const [payer = 0, billed = 0] = await makeClients(app.firm, [{}, {}])
    await set([billed], 'billing.billedTo', payer)
    await set([payer], 'client.inBin', true)
    await backdate([payer], 11)
    expect((await erase([payer])).json.skipped).toEqual([{ client: payer, reason: 'billedTo' }])
  })
})

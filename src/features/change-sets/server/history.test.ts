import { beforeEach, describe, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'
import { expirePlans } from './expire-plans.ts'
import { recordSettings } from './record-settings-queries.ts'

onEachDatabase('History', database => {
  let app: TestApplication
  let boss: string
  let bossId: number
  /** Reads the first portfolio and edits it; knows nothing of the second. */
  let collaborator: string
  let portfolioIds: number[]

  beforeEach(async () => {
    app = await makeApplication(database())
    portfolioIds = app.firm.portfolioIds
    bossId = await app.addUser(`boss@${app.firm.db.firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${app.firm.db.firmId}.test`)
    const userId = await app.addUser(`collab@${app.firm.db.firmId}.test`)
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: portfolioIds[0] ?? 0, userId, level: 'edit' }])
    collaborator = await app.signIn(`collab@${app.firm.db.firmId}.test`)
  })

  const change = async (body: object, cookie = boss) =>
    (await app.ask('POST', '/api/change-sets', { cookie, body })).json
  const set = (ids: readonly number[], field: string, value: FieldValue) =>
    change({ selection: { ids }, edits: [{ field, verb: 'set', value }], apply: true })
  const get = async (path: string, cookie = boss) => app.ask('GET', path, { cookie })
  const list = async (query = '', cookie = boss) =>
    (await get(`/api/change-sets?${query}`, cookie)).json.changeSets as { id: number }[]
  const idsOf = (sets: readonly { id: number }[]) => sets.map(({ id }) => id)
  const makeTwo = async () => {
    const [a = 0, b = 0] = await makeClients(app.firm, [
      { 'identity.name': 'Alpha', 'identity.language': 'fr', 'assignment.portfolio': portfolioIds[0] ?? 0 },
      { 'identity.name': 'Bêta', 'identity.language': 'fr', 'assignment.portfolio': portfolioIds[1] ?? 0 },
    ])
    return [a, b] as const
  }

  test('tells what was done, by whom, latest first, and what it was of each cell', async () => {
    const [a, b] = await makeTwo()
    const first = await set([a, b], 'identity.language', 'nl')
    const second = await set([a], 'organisation.closingDay', '06-30')
    const [latest, before, creation] = (await get('/api/change-sets')).json.changeSets
    expect(latest).toMatchObject({ id: second.id, origin: 'api', state: 'applied', undo: 'yes' })
    expect([latest.client, before.client]).toEqual([{ id: a, name: 'Alpha' }, null])
    expect(before).toMatchObject({
      id: first.id,
      user: { id: bossId },
      counts: { change: 2, unchanged: 0, refused: 0, lines: 2 },
      summary: [{ field: 'identity.language', clients: 2, before: 'fr', after: 'nl' }],
    })
    expect(creation).toMatchObject({ origin: 'setup', user: null, summary: [{ field: 'client.inBin' }] })
    const { lines, total, pages } = (await get(`/api/change-sets/${first.id}/lines`)).json
    expect([total, pages]).toEqual([2, 1])
    expect(lines[0]).toEqual({
      client: { id: a, name: 'Alpha' },
      field: 'identity.language',
      before: 'fr',
      after: 'nl',
      outcome: 'change',
    })
  })

  test('tells a summary only as far as values are the same for all, and labels by what comes and goes', async () => {
    const [a, b] = await makeTwo()
    const [horeca = 0, immo = 0] = app.firm.labelIds
    await set([b], 'identity.language', 'de')
    const mixed = await set([a, b], 'identity.language', 'nl')
    await set([a], 'identity.labels', [horeca])
    const labels = await change({
      selection: { ids: [a, b] },
      edits: [
        { field: 'identity.labels', verb: 'add', value: [immo] },
        { field: 'identity.labels', verb: 'remove', value: [horeca] },
      ],
      apply: true,
    })
    expect((await get(`/api/change-sets/${mixed.id}`)).json.summary).toEqual([
      { field: 'identity.language', clients: 2, after: 'nl' },
    ])
    expect((await get(`/api/change-sets/${labels.id}`)).json.summary).toEqual([
      { field: 'identity.labels', clients: 2, before: [horeca], after: [immo] },
    ])
  })

  test('counts what was written, not what was planned', async () => {
    const [a, b] = await makeTwo()
    const plan = await change({
      selection: { ids: [a, b] },
      edits: [{ field: 'identity.language', verb: 'set', value: 'nl' }],
    })
    await set([a], 'identity.language', 'de')
    await app.ask('POST', `/api/change-sets/${plan.id}/apply`, { cookie: boss })
    expect((await get(`/api/change-sets/${plan.id}`)).json).toMatchObject({
      counts: { change: 1, unchanged: 0, refused: 1, lines: 2 },
      skippedCount: 1,
      summary: [{ field: 'identity.language', clients: 1 }],
    })
    const refused = await get(`/api/change-sets/${plan.id}/lines?outcome=refused`)
    expect(refused.json.lines).toMatchObject([{ client: { name: 'Alpha' }, reason: 'changed' }])
  })

  test('is filtered by client, user, field and day', async () => {
    const [a, b] = await makeTwo()
    const onA = await set([a], 'identity.language', 'nl')
    const onB = await set([b], 'organisation.closingDay', '06-30')
    expect(idsOf(await list(`client=${a}`))).toContain(onA.id)
    expect(idsOf(await list(`client=${a}`))).not.toContain(onB.id)
    expect(idsOf(await list(`client=${a}&field=identity.language`))).toEqual([onA.id])
    expect(idsOf(await list('field=organisation.closingDay'))).toEqual([onB.id])
    expect(idsOf(await list(`user=${bossId}`))).toEqual([onB.id, onA.id])
    expect(await list('from=2999-01-01')).toEqual([])
    expect(await list('to=2000-01-01')).toEqual([])
    expect((await get('/api/change-sets?from=hier')).status).toBe(400)
  })

  describe('for a user who may not read every client', () => {
    test('tells of her clients only, in counts too', async () => {
      const [a, b] = await makeTwo()
      const both = await set([a, b], 'identity.language', 'nl')
      const hidden = await set([b], 'identity.language', 'de')
      const seen = await list('', collaborator)
      expect(idsOf(seen)).toContain(both.id)
      expect(idsOf(seen)).not.toContain(hidden.id)
      const { json } = await get(`/api/change-sets/${both.id}`, collaborator)
      expect(json).toMatchObject({
        counts: { change: 1, lines: 1 },
        summary: [{ field: 'identity.language', clients: 1 }],
      })
      const { lines, total } = (await get(`/api/change-sets/${both.id}/lines`, collaborator)).json
      expect([total, lines[0].client.name]).toEqual([1, 'Alpha'])
      expect((await get(`/api/change-sets/${hidden.id}`, collaborator)).status).toBe(404)
      expect((await get(`/api/change-sets/${hidden.id}/lines`, collaborator)).status).toBe(404)
      expect(await list(`client=${b}`, collaborator)).toEqual([])
    })

    test('keeps plans to their author, and settings to administrators', async () => {
      const [a] = await makeTwo()
      const plan = await change({
        selection: { ids: [a] },
        edits: [{ field: 'identity.language', verb: 'set', value: 'nl' }],
      })
      expect((await get(`/api/change-sets/${plan.id}`)).json.state).toBe('planned')
      expect((await get(`/api/change-sets/${plan.id}`, collaborator)).status).toBe(404)
      await app.firm.db.transaction(tx =>
        recordSettings(tx, [
          { entity: 'portfolio', entityId: 1, name: 'Namur', field: 'name', before: 'Nord', after: 'Namur' },
        ]),
      )
      expect(await list()).toMatchObject([
        { origin: 'settings', settings: [{ after: 'Namur' }], undo: 'settings' },
        {},
      ])
      expect(await list('', collaborator)).toHaveLength(1)
    })

    test('says of what she asked for and cannot have no more than that', async () => {
      const [a, b] = await makeTwo()
      const plan = await change(
        { selection: { ids: [a, b] }, edits: [{ field: 'identity.language', verb: 'set', value: 'nl' }] },
        collaborator,
      )
      const { lines } = (await get(`/api/change-sets/${plan.id}/lines?outcome=refused`, collaborator)).json
      expect(lines).toEqual([
        {
          client: { id: b, name: null },
          field: 'identity.language',
          before: null,
          after: null,
          outcome: 'refused',
          reason: 'notFound',
        },
      ])
    })
  })

  test('says whether a set can be undone, and why not', async () => {
    const [a] = await makeTwo()
    const { id } = await set([a], 'billing.mode', 'flat')
    const standing = async (cookie = boss) => (await get(`/api/change-sets/${id}`, cookie)).json.undo
    expect([await standing(), await standing(collaborator)]).toEqual(['yes', 'noRight'])
    await database().pool.query(
      `UPDATE change_sets SET applied_at = now() - interval '91 days' WHERE id = $1`,
      [id],
    )
    expect(await standing()).toBe('tooOld')
    expect((await app.ask('POST', `/api/change-sets/${id}/undo`, { cookie: boss })).status).toBe(409)
    const nothing = await set([a], 'billing.mode', 'flat')
    expect((await get(`/api/change-sets/${nothing.id}`)).json.undo).toBe('nothingChanged')
  })

  test('names who has a number, and whom a client is billed to, to those who may know', async () => {
    const [a, b] = await makeTwo()
    await set([b], 'identity.enterpriseNumber', '0403170701')
    const taken = {
      selection: { ids: [a] },
      edits: [{ field: 'identity.enterpriseNumber', verb: 'set', value: '0403170701' }],
    }
    const lineOf = async (id: number, cookie: string) =>
      (await get(`/api/change-sets/${id}/lines`, cookie)).json.lines[0]
    expect(await lineOf((await change(taken)).id, boss)).toMatchObject({
      problem: 'duplicate',
      holder: { id: b, name: 'Bêta' },
    })
    const theirs = await lineOf((await change(taken, collaborator)).id, collaborator)
    expect(theirs).toMatchObject({ problem: 'duplicate' })
    expect(theirs).not.toHaveProperty('holder')
    const billed = await set([a], 'billing.billedTo', b)
    expect(await lineOf(billed.id, boss)).toMatchObject({ after: b, afterName: 'Bêta' })
    expect(await lineOf(billed.id, collaborator)).toMatchObject({ after: null })
  })

  test('lets a plan expire after a day', async () => {
    const [a] = await makeTwo()
    const { id } = await change({
      selection: { ids: [a] },
      edits: [{ field: 'identity.language', verb: 'set', value: 'nl' }],
    })
    await database().pool.query(
      `UPDATE change_sets SET created_at = now() - interval '25 hours' WHERE id = $1`,
      [id],
    )
    expect((await get(`/api/change-sets/${id}`)).json.state).toBe('expired')
    expect((await app.ask('POST', `/api/change-sets/${id}/apply`, { cookie: boss })).status).toBe(409)
    await expirePlans(database())
    const { rows } = await database().pool.query('SELECT 1 FROM change_lines WHERE set_id = $1', [id])
    expect(rows).toEqual([])
    expect((await get(`/api/change-sets/${id}`)).json).toMatchObject({ state: 'expired' })
  })
})

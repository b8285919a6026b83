import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

onEachDatabase('The settings of portfolios', database => {
  let app: TestApplication
  let boss: (method: string, path: string, body?: object) => ReturnType<TestApplication['ask']>
  let near: number
  let far: number

  beforeEach(async () => {
    app = await makeApplication(database())
    const { firmId } = app.firm.db
    ;[near = 0, far = 0] = app.firm.portfolioIds
    await app.addUser(`boss@${firmId}.test`, 'administrator')
    const cookie = await app.signIn(`boss@${firmId}.test`)
    boss = (method, path, body) => app.ask(method, path, { cookie, ...(body && { body }) })
  })

  const settings = async () => (await boss('GET', '/api/portfolio-settings')).json
  const names = async () => (await settings()).portfolios.map(({ name }: { name: string }) => name)
  const history = async () => (await boss('GET', '/api/change-sets')).json.changeSets

  test('are for administrators alone', async () => {
    await app.addUser(`manager@${app.firm.db.firmId}.test`, 'manager')
    const cookie = await app.signIn(`manager@${app.firm.db.firmId}.test`)
    expect((await app.ask('GET', '/api/portfolio-settings', { cookie })).status).toBe(403)
    expect(
      (await app.ask('POST', `/api/portfolios/${near}/merge`, { cookie, body: { into: far } })).status,
    ).toBe(403)
  })

  test('create, rename, colour and order, each in the history', async () => {
    const { json } = await boss('POST', '/api/portfolios', { name: 'Liège', color: 'red' })
    await boss('PATCH', `/api/portfolios/${near}`, { name: 'Namur-Ville' })
    await boss('PUT', '/api/portfolios/order', { ids: [json.id, near, far] })
    expect(await names()).toEqual(['Liège', 'Namur-Ville', 'Gent'])
    expect((await history()).slice(0, 3).map((set: { settings: object[] }) => set.settings.length)).toEqual([
      3, 1, 1,
    ])
    expect((await history())[0]).toMatchObject({ undo: 'settings' })
  })

  test('refuse a name that differs by case and accents only, and an order of other portfolios', async () => {
    expect((await boss('POST', '/api/portfolios', { name: 'NAMUR', color: 'red' })).status).toBe(409)
    expect((await boss('PUT', '/api/portfolios/order', { ids: [near] })).status).toBe(409)
    expect((await boss('PUT', '/api/portfolios/order', { ids: [near, near] })).status).toBe(409)
  })

  test('say who may do what, at once', async () => {
    const { firmId } = app.firm.db
    const userId = await app.addUser(`collab@${firmId}.test`)
    const cookie = await app.signIn(`collab@${firmId}.test`)
    const mine = async () => (await app.ask('GET', '/api/portfolios', { cookie })).json.portfolios
    const member = `/api/portfolios/${near}/members/${userId}`
    await boss('PUT', member, { level: 'edit' })
    expect(await mine()).toMatchObject([{ id: near, level: 'edit' }])
    await boss('PUT', member, { level: null })
    expect(await mine()).toEqual([])
    expect((await history())[0].settings).toMatchObject([
      { entity: 'user', id: userId, field: 'portfolio Namur', before: 'Modifie', after: 'Aucun accès' },
    ])
    expect((await boss('PUT', `/api/portfolios/2000000/members/${userId}`, { level: 'read' })).status).toBe(
      404,
    )
  })

  test('merge one portfolio into another with its clients, bin included, and its members', async () => {
    const { firmId } = app.firm.db
    const [a, b] = [await app.addUser(`a@${firmId}.test`), await app.addUser(`b@${firmId}.test`)]
    await boss('PUT', `/api/portfolios/${near}/members/${a}`, { level: 'manage' })
    await boss('PUT', `/api/portfolios/${far}/members/${a}`, { level: 'read' })
    await boss('PUT', `/api/portfolios/${near}/members/${b}`, { level: 'read' })
    await boss('PUT', `/api/portfolios/${far}/members/${b}`, { level: 'edit' })
    const ids = await makeClients(app.firm, [{}, {}, { 'assignment.portfolio': far }])
    const edits = [{ field: 'client.inBin', verb: 'set', value: true }]
    await boss('POST', '/api/change-sets', { selection: { ids: [ids[0]] }, edits, apply: true })

    const { json } = await boss('POST', `/api/portfolios/${near}/merge`, { into: far })
    expect(json.clients).toBe(2)
    expect(await names()).toEqual(['Gent'])
    const { members, portfolios } = await settings()
    expect(portfolios).toMatchObject([{ id: far, clients: 2, inBin: 1 }])
    const levels = new Map(members.map((one: { userId: number; level: string }) => [one.userId, one.level]))
    expect([levels.get(a), levels.get(b)]).toEqual(['manage', 'edit'])
    const [set] = await history()
    expect(set).toMatchObject({
      id: json.changeSet,
      origin: 'settings',
      undo: 'settings',
      counts: { change: 2 },
    })
    expect((await boss('POST', `/api/change-sets/${json.changeSet}/undo`)).status).toBe(409)
  })

  test('refuse to move a client into a portfolio that was merged since the change was planned', async () => {
    const [id] = await makeClients(app.firm, [{ 'assignment.portfolio': far }])
    const edits = [{ field: 'assignment.portfolio', verb: 'set', value: near }]
    const { json: plan } = await boss('POST', '/api/change-sets', { selection: { ids: [id] }, edits })
    await boss('POST', `/api/portfolios/${near}/merge`, { into: far })
    const { json } = await boss('POST', `/api/change-sets/${plan.id}/apply`)
    expect(json).toMatchObject({ changed: 0, skippedCount: 1 })
  })

  test('merge no portfolio into itself or into one that is not there', async () => {
    expect((await boss('POST', `/api/portfolios/${near}/merge`, { into: near })).status).toBe(400)
    expect((await boss('POST', `/api/portfolios/${near}/merge`, { into: 2_000_000 })).status).toBe(404)
    const left = await app.firm.db.query(sql`SELECT 1 FROM portfolios WHERE firm_id = ${app.firm.db.firmId}`)
    expect(left).toHaveLength(2)
  })
})

import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { savedFilters } from '#features/saved-filters/server/saved-filter-tables.ts'
import { cookieOf, makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

const PASSWORD = 'un mot de passe assez long'

onEachDatabase('Collaborators', database => {
  let app: TestApplication
  let boss: string
  let bossId: number
  let firmId: number

  beforeEach(async () => {
    app = await makeApplication(database())
    firmId = app.firm.db.firmId
    // The administrator of the factory has no password, and would count as one.
    await app.firm.db.query(sql`UPDATE users SET active = false WHERE firm_id = ${firmId}`)
    bossId = await app.addUser(`boss@${firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${firmId}.test`)
  })

  const as = (cookie: string) => (method: string, path: string, body?: object) =>
    app.ask(method, path, { cookie, ...(body && { body }) })
  const invite = (changes: object = {}) =>
    as(boss)('POST', '/api/collaborators', {
      name: 'Nora Claes',
      email: `Nora@${firmId}.test`,
      role: 'collaborator',
      portfolios: [{ id: app.firm.portfolioIds[1], level: 'edit' }],
      ...changes,
    })
  const lookUp = async (token: string) =>
    (await app.ask('POST', '/api/invitations/look-up', { body: { token } })).json
  const accept = (token: string, changes: object = {}) =>
    app.ask('POST', '/api/invitations/accept', {
      body: { token, name: 'Nora Claes', password: PASSWORD, language: 'nl', ...changes },
    })
  const list = async () => (await as(boss)('GET', '/api/collaborators')).json.collaborators
  const find = async (id: number) => (await list()).find((one: { id: number }) => one.id === id)

  test('are for administrators alone', async () => {
    await app.addUser(`manager@${firmId}.test`, 'manager')
    const manager = as(await app.signIn(`manager@${firmId}.test`))
    expect((await manager('GET', '/api/collaborators')).status).toBe(403)
    expect((await manager('PATCH', `/api/collaborators/${bossId}`, { role: 'readOnly' })).status).toBe(403)
    expect((await manager('POST', '/api/collaborators', {})).status).toBe(403)
  })

  test('are invited by a link that lets them choose a password, once', async () => {
    const { json: invitation } = await invite()
    expect(await lookUp(invitation.token)).toEqual({
      state: 'open',
      firm: 'Fiduciaire des tests',
      name: 'Nora Claes',
      email: `nora@${firmId}.test`,
    })
    expect(await find(invitation.id)).toMatchObject({ state: 'invited', lastSignInAt: null })

    const accepted = await accept(invitation.token, { name: 'Nora Claes-Maes' })
    expect(accepted.status).toBe(200)
    const nora = as(cookieOf(accepted.headers))
    expect((await nora('GET', '/api/me')).json).toMatchObject({
      user: { id: invitation.id, name: 'Nora Claes-Maes', role: 'collaborator' },
      preferences: { language: 'nl' },
    })
    expect((await nora('GET', '/api/portfolios')).json.portfolios).toMatchObject([
      { id: app.firm.portfolioIds[1], level: 'edit' },
    ])
    expect(await lookUp(invitation.token)).toEqual({ state: 'used' })
    expect((await accept(invitation.token)).status).toBe(409)
    expect(await find(invitation.id)).toMatchObject({ state: 'active', lastSignInAt: expect.any(String) })
  })

  test('accept an invitation once, however often they try at the same moment', async () => {
    const { json } = await invite()
    const tries = await Promise.all([accept(json.token), accept(json.token), accept(json.token)])
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  test('cannot use a link that was withdrawn, replaced, has expired, or never was', async () => {
    const { json: first } = await invite()
    const { json: second } = await as(boss)('POST', `/api/collaborators/${first.id}/invitation`)
    expect(await lookUp(first.token)).toEqual({ state: 'withdrawn' })
    expect(await lookUp(second.token)).toMatchObject({ state: 'open' })

    await database().pool.query(
      `UPDATE auth.invitation SET expires_at = now() - interval '1 minute' WHERE member_id = ${first.id}`,
    )
    expect(await lookUp(second.token)).toEqual({ state: 'expired' })
    expect((await accept(second.token)).status).toBe(409)

    const { json: third } = await as(boss)('POST', `/api/collaborators/${first.id}/invitation`)
    expect((await as(boss)('DELETE', `/api/collaborators/${first.id}/invitation`)).status).toBe(200)
    expect(await lookUp(third.token)).toEqual({ state: 'withdrawn' })
    expect(await find(first.id)).toBeUndefined()
    expect((await app.ask('POST', '/api/invitations/look-up', { body: { token: 'x' } })).status).toBe(404)
  })

  test('keep no token in the database that could be used', async () => {
    const { json } = await invite()
    const { rows } = await database().pool.query('SELECT * FROM auth.invitation')
    expect(JSON.stringify(rows)).not.toContain(json.token)
  })

  test('are not invited twice, nor without an address, nor into a portfolio that is not there', async () => {
    await invite()
    expect((await invite()).status).toBe(409)
    expect((await invite({ email: `boss@${firmId}.test` })).status).toBe(409)
    expect((await invite({ email: 'nora' })).status).toBe(400)
    const portfolios = [{ id: 2_000_000, level: 'read' }]
    expect((await invite({ email: `x@${firmId}.test`, portfolios })).status).toBe(400)
  })

  test('can be found in no choice of the list before they have joined', async () => {
    await invite()
    const { json } = await as(boss)('GET', '/api/fields')
    const responsible = json.fields.find((field: { id: string }) => field.id === 'assignment.responsible')
    expect(JSON.stringify(responsible)).not.toContain('Nora')
  })

  test('always leave an administrator who can work', async () => {
    const refused = { status: 409, json: { error: { code: 'lastAdministrator' } } }
    const me = `/api/collaborators/${bossId}`
    await invite({ role: 'administrator' })
    expect(await as(boss)('PATCH', me, { role: 'manager' })).toMatchObject(refused)
    expect(await as(boss)('POST', `${me}/deactivate`, {})).toMatchObject(refused)
    await app.addUser(`second@${firmId}.test`, 'administrator')
    expect((await as(boss)('PATCH', me, { role: 'manager' })).status).toBe(200)
  })

  test('always leave an administrator, also when two demote each other at the same moment', async () => {
    const otherId = await app.addUser(`other@${firmId}.test`, 'administrator')
    const other = await app.signIn(`other@${firmId}.test`)
    const answers = await Promise.all([
      as(boss)('PATCH', `/api/collaborators/${otherId}`, { role: 'manager' }),
      as(other)('POST', `/api/collaborators/${bossId}/deactivate`, {}),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('hand their clients and saved filters over when deactivated, in a set that can be undone', async () => {
    const { db, portfolioIds } = app.firm
    const leaverId = await app.addUser(`leaver@${firmId}.test`)
    const leaver = as(await app.signIn(`leaver@${firmId}.test`))
    const heirId = await app.addUser(`heir@${firmId}.test`)
    const filter = { name: 'À revoir', icon: 'star' as const, filter: { all: [] }, shared: false }
    await db.insert(savedFilters, [
      { ...filter, ownerId: leaverId },
      { ...filter, ownerId: heirId },
    ])
    const ids = await makeClients(app.firm, [
      { 'assignment.responsible': leaverId, 'assignment.partner': leaverId },
      { 'assignment.assistant': leaverId, 'assignment.portfolio': portfolioIds[1] ?? 0 },
      { 'assignment.responsible': heirId },
    ])
    const bin = [{ field: 'client.inBin', verb: 'set', value: true }]
    await as(boss)('POST', '/api/change-sets', { selection: { ids: [ids[1]] }, edits: bin, apply: true })

    const handOver = { clientsTo: heirId, filtersTo: heirId }
    const answer = await as(boss)('POST', `/api/collaborators/${leaverId}/deactivate`, handOver)
    expect(answer.json).toEqual({ clients: 2, savedFilters: 1 })
    expect((await leaver('GET', '/api/me')).status).toBe(401)
    expect(await find(leaverId)).toMatchObject({ state: 'deactivated', clients: 0, savedFilters: 0 })
    expect(await find(heirId)).toMatchObject({ clients: 3, savedFilters: 2 })

    const { json } = await as(boss)('GET', '/api/change-sets')
    expect(json.changeSets[0]).toMatchObject({
      origin: 'settings',
      counts: { change: 2, lines: 3 },
      settings: [{ entity: 'user', id: leaverId, field: 'state', before: 'Actif', after: 'Désactivé' }],
    })
    await as(boss)('POST', `/api/change-sets/${json.changeSets[0].id}/undo`)
    expect(await find(leaverId)).toMatchObject({ clients: 2 })
  })

  test('hand nothing over to who does not work in the firm, and stay as they are then', async () => {
    const leaverId = await app.addUser(`leaver@${firmId}.test`)
    const { json } = await invite()
    for (const clientsTo of [json.id, leaverId, 2_000_000]) {
      expect(
        (await as(boss)('POST', `/api/collaborators/${leaverId}/deactivate`, { clientsTo })).status,
      ).toBe(400)
    }
    expect(await find(leaverId)).toMatchObject({ state: 'active' })
  })

  test('work again once they are reactivated', async () => {
    const id = await app.addUser(`back@${firmId}.test`)
    await as(boss)('POST', `/api/collaborators/${id}/deactivate`, {})
    expect(await app.signIn(`back@${firmId}.test`)).toBe('')
    expect((await as(boss)('POST', `/api/collaborators/${id}/reactivate`)).status).toBe(200)
    expect(await app.signIn(`back@${firmId}.test`)).not.toBe('')
    expect((await as(boss)('POST', `/api/collaborators/${id}/reactivate`)).status).toBe(409)
  })
})

import { beforeEach, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

const NUMBER = '0403170701'

onEachDatabase('Adding a client', database => {
  let app: TestApplication
  let boss: string
  let collab: string
  let mine: number
  let theirs: number

  beforeEach(async () => {
    app = await makeApplication(database())
    const { firmId } = app.firm.db
    ;[mine = 0, theirs = 0] = app.firm.portfolioIds
    await app.addUser(`boss@${firmId}.test`, 'administrator')
    const userId = await app.addUser(`collab@${firmId}.test`, 'collaborator')
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: mine, userId, level: 'edit' }])
    boss = await app.signIn(`boss@${firmId}.test`)
    collab = await app.signIn(`collab@${firmId}.test`)
  })

  const company = (more: object = {}) => ({
    'identity.name': 'Ateliers Vandenbroeck',
    'identity.kind': 'legal',
    'assignment.portfolio': mine,
    ...more,
  })
  const add = (values: object, { cookie = boss, headers = {}, ...more }: Record<string, unknown> = {}) =>
    app.ask('POST', '/api/clients', {
      cookie: cookie as string,
      headers: headers as Record<string, string>,
      body: { values, ...more },
    })
  const check = (field: string, number: string, cookie = boss) =>
    app.ask('POST', '/api/clients/check-number', { cookie, body: { field, number } })
  const pathsOf = (answer: { json: { error: { fields: { path: string }[] } } }) =>
    answer.json.error.fields.map(({ path }) => path)

  test('keeps its values as the kinds of its fields read them, and can be undone', async () => {
    const { status, json } = await add(
      company({ 'identity.enterpriseNumber': '0403.170.701', 'identity.language': 'fr', 'aml.pep': false }),
    )
    expect(status).toBe(200)
    const rows = await app.ask('POST', '/api/clients/rows', {
      cookie: boss,
      body: { ids: [json.id], fields: ['identity.enterpriseNumber', 'aml.pep'] },
    })
    expect(rows.json.rows[0].values).toEqual({ 'identity.enterpriseNumber': NUMBER, 'aml.pep': false })
    const undone = await app.ask('POST', `/api/change-sets/${json.changeSet}/undo`, { cookie: boss })
    expect(undone.json.changed).toBe(1)
    const after = await app.ask('POST', '/api/clients/query', { cookie: boss, body: {} })
    expect(after.json.matched).toBe(0)
  })

  test('names every field that is missing or wrong at once, and creates nothing', async () => {
    const refused = await add({ 'identity.kind': 'alien', 'contact.email': 'nobody', 'status.active': true })
    expect(refused.status).toBe(400)
    expect(pathsOf(refused).sort()).toEqual([
      'values.assignment.portfolio',
      'values.contact.email',
      'values.identity.kind',
      'values.identity.name',
      'values.status.active',
    ])
    const list = await app.ask('POST', '/api/clients/query', { cookie: boss, body: {} })
    expect(list.json.matched).toBe(0)
  })

  test('refuses wrong check digits unless they are to be kept, and values that do not suit its kind', async () => {
    const wrong = company({ 'identity.enterpriseNumber': '0403170702' })
    expect(pathsOf(await add(wrong))).toEqual(['values.identity.enterpriseNumber'])
    expect((await add(wrong, { keepInvalid: ['identity.enterpriseNumber'] })).status).toBe(200)
    const misplaced = await add(company({ 'legal.identityCard': '2030-01-01' }))
    expect(pathsOf(misplaced)).toEqual(['values.legal.identityCard'])
  })

  test('refuses a number that a client has, and tells who only to those who may know', async () => {
    await makeClients(app.firm, [
      { 'identity.name': 'Secret SA', 'identity.enterpriseNumber': NUMBER, 'assignment.portfolio': theirs },
    ])
    const taken = company({ 'identity.enterpriseNumber': NUMBER })
    const told = await add(taken)
    expect(told.status).toBe(400)
    expect(told.json.error.fields[0].message).toContain('Secret SA')
    const untold = await add(taken, { cookie: collab })
    expect(untold.status).toBe(400)
    expect(JSON.stringify(untold.json)).not.toContain('Secret SA')
    expect(untold.json.error.fields[0].message).toContain('un portefeuille que vous ne voyez pas')
  })

  test('is for portfolios that the user may change, and billing for those who lead', async () => {
    expect((await add(company(), { cookie: collab })).status).toBe(200)
    expect((await add(company({ 'billing.mode': 'flat' }), { cookie: collab })).status).toBe(403)
    // A portfolio of which she may not know is no choice at all.
    expect((await add(company({ 'assignment.portfolio': theirs }), { cookie: collab })).status).toBe(400)
    const { firmId } = app.firm.db
    const userId = await app.addUser(`reader@${firmId}.test`, 'collaborator')
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: mine, userId, level: 'read' }])
    const reader = await app.signIn(`reader@${firmId}.test`)
    expect((await add(company(), { cookie: reader })).status).toBe(403)
  })

  test('has no second effect when it is sent again under the same key', async () => {
    const headers = { 'Idempotency-Key': 'once' }
    const first = await add(company(), { headers })
    const second = await add(company(), { headers })
    expect(second.json).toEqual(first.json)
  })

  test('tells while a number is typed whether it is free, taken or in the bin', async () => {
    const field = 'identity.enterpriseNumber'
    expect((await check(field, NUMBER)).json).toEqual({ taken: 'no' })
    const [id = 0] = await makeClients(app.firm, [
      { 'identity.name': 'Secret SA', [field]: NUMBER, 'assignment.portfolio': theirs },
    ])
    expect((await check(field, '0403.170.701')).json).toEqual({
      taken: 'yes',
      holder: { id, name: 'Secret SA' },
    })
    expect((await check(field, NUMBER, collab)).json).toEqual({ taken: 'yes' })
    await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: {
        selection: { ids: [id] },
        edits: [{ field: 'client.inBin', verb: 'set', value: true }],
        apply: true,
      },
    })
    expect((await check(field, NUMBER)).json).toEqual({ taken: 'inBin', holder: { id, name: 'Secret SA' } })
    expect((await check(field, NUMBER, collab)).json).toEqual({ taken: 'no' })
  })

  test('leaves one of two who enter the same number at the same moment with it', async () => {
    const values = company({ 'identity.enterpriseNumber': NUMBER })
    const answers = await Promise.all([add(values), add(values), add(values)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  })
})

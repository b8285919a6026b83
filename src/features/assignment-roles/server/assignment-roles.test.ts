import { beforeEach, expect, test } from 'vitest'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

const PAYROLL = { fr: 'Paie', nl: 'Loon', de: 'Lohn', en: 'Payroll' }

onEachDatabase('Assignment roles', database => {
  let app: TestApplication
  let boss: (method: string, path: string, body?: object) => ReturnType<TestApplication['ask']>
  let bossId: number

  beforeEach(async () => {
    app = await makeApplication(database())
    const { firmId } = app.firm.db
    bossId = await app.addUser(`boss@${firmId}.test`, 'administrator')
    const cookie = await app.signIn(`boss@${firmId}.test`)
    boss = (method, path, body) => app.ask(method, path, { cookie, ...(body && { body }) })
  })

  const roles = async () => (await boss('GET', '/api/assignment-roles')).json.roles
  const codes = async () => (await roles()).map(({ code }: { code: string }) => code)
  const idOf = async (code: string) => (await roles()).find((role: { code: string }) => role.code === code).id
  const fieldIds = async () =>
    (await boss('GET', '/api/fields')).json.fields.map(({ id }: { id: string }) => id) as string[]

  test('that are added are columns of the list, which can be edited', async () => {
    await boss('POST', '/api/assignment-roles', { name: PAYROLL })
    expect(await codes()).toEqual(['responsible', 'assistant', 'partner', 'paie'])
    expect(await fieldIds()).toContain('assignment.paie')
    const [id] = await makeClients(app.firm, [{}])
    const edits = [{ field: 'assignment.paie', verb: 'set', value: bossId }]
    const { json } = await boss('POST', '/api/change-sets', { selection: { ids: [id] }, edits, apply: true })
    expect(json.changed).toBe(1)
  })

  test('have a name in each language that no other has', async () => {
    expect(
      (await boss('POST', '/api/assignment-roles', { name: { ...PAYROLL, en: 'Partner' } })).status,
    ).toBe(409)
    expect((await boss('POST', '/api/assignment-roles', { name: { ...PAYROLL, de: ' ' } })).status).toBe(400)
  })

  test('are renamed and put into an order, each in the history', async () => {
    const [a, b, c] = (await roles()).map(({ id }: { id: number }) => id)
    await boss('PATCH', `/api/assignment-roles/${b}`, {
      name: { fr: 'Aide', nl: 'Assistent', de: 'Assistenz', en: 'Assistant' },
    })
    await boss('PUT', '/api/assignment-roles/order', { ids: [a, c, b] })
    expect(await codes()).toEqual(['responsible', 'partner', 'assistant'])
    const [order, name] = (await boss('GET', '/api/change-sets')).json.changeSets
    expect(order.settings).toHaveLength(2)
    expect(name.settings).toMatchObject([{ field: 'name.fr', before: 'Assistant', after: 'Aide' }])
  })

  test('are removed when nobody has them, and say for how many clients somebody has', async () => {
    await makeClients(app.firm, [{ 'assignment.partner': bossId }, { 'assignment.partner': bossId }])
    const refused = await boss('DELETE', `/api/assignment-roles/${await idOf('partner')}`)
    expect(refused).toMatchObject({ status: 409, json: { error: { code: 'stillUsed' } } })
    expect(refused.json.error.message).toContain('2 clients')
    expect((await boss('DELETE', `/api/assignment-roles/${await idOf('assistant')}`)).status).toBe(200)
    expect(await codes()).toEqual(['responsible', 'partner'])
    expect(await fieldIds()).not.toContain('assignment.assistant')
    expect((await boss('DELETE', `/api/assignment-roles/${await idOf('responsible')}`)).status).toBe(403)
  })

  test('that were removed since a change was planned are given to nobody', async () => {
    const [id] = await makeClients(app.firm, [{}])
    const edits = [{ field: 'assignment.assistant', verb: 'set', value: bossId }]
    const { json: plan } = await boss('POST', '/api/change-sets', { selection: { ids: [id] }, edits })
    await boss('DELETE', `/api/assignment-roles/${await idOf('assistant')}`)
    const { json } = await boss('POST', `/api/change-sets/${plan.id}/apply`)
    expect(json).toMatchObject({ changed: 0, skippedCount: 1 })
  })

  test('are seen by administrators alone', async () => {
    await app.addUser(`manager@${app.firm.db.firmId}.test`, 'manager')
    const cookie = await app.signIn(`manager@${app.firm.db.firmId}.test`)
    expect((await app.ask('GET', '/api/assignment-roles', { cookie })).status).toBe(403)
  })
})

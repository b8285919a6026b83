import { beforeEach, expect, test } from 'vitest'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'

onEachDatabase('The firm’s own data', database => {
  let app: TestApplication
  let boss: (method: string, path: string, body?: object) => ReturnType<TestApplication['ask']>

  beforeEach(async () => {
    app = await makeApplication(database())
    const { firmId } = app.firm.db
    await app.addUser(`boss@${firmId}.test`, 'administrator')
    const cookie = await app.signIn(`boss@${firmId}.test`)
    boss = (method, path, body) => app.ask(method, path, { cookie, ...(body && { body }) })
  })

  test('is changed where it is given, and kept in the history', async () => {
    const { json } = await boss('PATCH', '/api/firm', {
      name: 'Fiduciaire Dupont',
      enterpriseNumber: 'BE 0403.170.701',
      city: 'Namur',
      languages: ['nl', 'fr', 'nl'],
    })
    expect(json).toMatchObject({ enterpriseNumber: '0403170701', languages: ['nl', 'fr'], street: null })
    expect((await boss('GET', '/api/me')).json.firm.name).toBe('Fiduciaire Dupont')
    const [set] = (await boss('GET', '/api/change-sets')).json.changeSets
    expect(set.settings).toContainEqual({
      entity: 'firm',
      id: 0,
      name: 'Fiduciaire Dupont',
      field: 'name',
      before: 'Fiduciaire des tests',
      after: 'Fiduciaire Dupont',
    })
    await boss('PATCH', '/api/firm', { city: ' ' })
    expect((await boss('GET', '/api/firm')).json.city).toBeNull()
  })

  test.each([
    [{ enterpriseNumber: '0403.170.702' }, 'enterpriseNumber'],
    [{ enterpriseNumber: 'abc' }, 'enterpriseNumber'],
    [{ email: 'info' }, 'email'],
    [{ name: ' ' }, 'name'],
    [{ languages: [] }, 'languages'],
  ])('refuses %j', async (body, path) => {
    const { status, json } = await boss('PATCH', '/api/firm', body)
    expect([status, json.error.fields[0].path]).toEqual([400, path])
  })

  test('is seen by administrators alone', async () => {
    await app.addUser(`manager@${app.firm.db.firmId}.test`, 'manager')
    const cookie = await app.signIn(`manager@${app.firm.db.firmId}.test`)
    expect((await app.ask('GET', '/api/firm', { cookie })).status).toBe(403)
    expect((await app.ask('PATCH', '/api/firm', { cookie, body: { name: 'X' } })).status).toBe(403)
  })
})

import { beforeEach, expect, test } from 'vitest'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { seedLoupeLinks } from './seed-loupe-links.ts'

const MINE = {
  name: 'Mon registre',
  url: 'https://registre.test/{lang}/{n10}',
  needs: 'enterpriseNumber',
  languages: ['fr', 'nl'],
  hidden: false,
}

onEachDatabase('The settings of the Loupe', database => {
  let app: TestApplication
  let boss: (method: string, path: string, body?: object) => ReturnType<TestApplication['ask']>

  beforeEach(async () => {
    app = await makeApplication(database())
    await app.firm.db.transaction(seedLoupeLinks)
    const { firmId } = app.firm.db
    await app.addUser(`boss@${firmId}.test`, 'administrator')
    const cookie = await app.signIn(`boss@${firmId}.test`)
    boss = (method, path, body) => app.ask(method, path, { cookie, ...(body && { body }) })
  })

  const offered = async () =>
    (await boss('GET', '/api/loupe-links')).json.links.map(({ name }: { name: string }) => name) as string[]
  const all = async () => (await boss('GET', '/api/loupe-links/settings')).json.links as { id: number }[]

  test('add an institution and put it first', async () => {
    const { json } = await boss('POST', '/api/loupe-links', MINE)
    await boss('PUT', '/api/loupe-links/order', {
      ids: [json.id, ...(await all()).map(({ id }) => id).filter(id => id !== json.id)],
    })
    expect((await offered())[0]).toBe('Mon registre')
    expect((await all())[0]).toEqual({ id: json.id, ...MINE })
  })

  test('hide one, which then is offered nowhere, and say so in the history', async () => {
    const [first] = await all()
    await boss('PATCH', `/api/loupe-links/${first?.id}`, { hidden: true })
    expect(await offered()).not.toContain('BCE')
    expect((await boss('GET', '/api/change-sets')).json.changeSets[0].settings).toMatchObject([
      { entity: 'institutionLink', name: 'BCE', field: 'hidden', before: 'false', after: 'true' },
    ])
  })

  test('refuse an address with anything but the number and the language in it', async () => {
    const { status, json } = await boss('POST', '/api/loupe-links', { ...MINE, url: 'https://x.test/{niss}' })
    expect(status).toBe(400)
    expect(json.error.fields[0].message).toContain('{niss}')
    const [first] = await all()
    expect((await boss('PATCH', `/api/loupe-links/${first?.id}`, { needs: 'nothing' })).status).toBe(400)
  })

  test('are for administrators alone', async () => {
    await app.addUser(`manager@${app.firm.db.firmId}.test`, 'manager')
    const cookie = await app.signIn(`manager@${app.firm.db.firmId}.test`)
    expect((await app.ask('GET', '/api/loupe-links/settings', { cookie })).status).toBe(403)
    expect((await app.ask('POST', '/api/loupe-links', { cookie, body: MINE })).status).toBe(403)
  })
})

import { beforeAll, expect, test } from 'vitest'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

onEachDatabase('An odd request', database => {
  let application: TestApplication
  let cookie: string

  beforeAll(async () => {
    application = await makeApplication(database())
    await application.addUser('anne@test.be', 'administrator')
    cookie = await application.signIn('anne@test.be')
  })

  const ask = (method: string, path: string, body?: unknown) =>
    application.ask(method, path, { cookie, ...(body !== undefined && { body }) })
  const nobodysFilter = { field: 'identity.shoeSize', op: 'empty' }

  test('without a session learns not even which operations there are', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const { status } = await application.ask(method, '/api/nothing')
      expect(status).toBe(401)
    }
    expect((await ask('GET', '/api/nothing')).status).toBe(404)
  })

  test('for rows with ids that no client can have leaves them out', async () => {
    const [id = 0] = await makeClients(application.firm, [{ 'identity.name': 'Dupont SRL' }])
    const ids = [0, -1, id, 9_999_999_999, 2 ** 52]
    const { status, json } = await ask('POST', '/api/clients/rows', { ids, fields: ['identity.name'] })
    expect([status, json.rows]).toEqual([200, [{ id, values: { 'identity.name': 'Dupont SRL' } }]])
  })

  test('for the counts of filters with thousands of conditions is answered', async () => {
    const filters = Array.from({ length: 5 }, (_, filter) => ({
      any: Array.from({ length: 480 }, (_, part) => ({
        field: 'identity.name',
        op: 'eq',
        value: part === 0 ? 'Dupont SRL' : `${filter}-${part}`,
      })),
    }))
    const { status, json } = await ask('POST', '/api/clients/counts', { filters })
    expect([status, json.counts]).toEqual([200, [1, 1, 1, 1, 1]])
  })

  test.each([
    ['POST', '/api/clients/query', { portfolioId: 987_654, filter: nobodysFilter }, 'filter.field'],
    ['POST', '/api/clients/query', { portfolioId: 987_654, sort: [{ field: 'x' }] }, 'sort[0].field'],
    ['POST', '/api/clients/query', { filter: 5 }, 'filter'],
    ['POST', '/api/clients/counts', { portfolioId: 987_654, filters: [nobodysFilter] }, 'filters[0].field'],
    ['POST', '/api/clients/facets', { portfolioId: 987_654, field: 'identity.shoeSize' }, 'field'],
    ['PATCH', '/api/saved-filters/987654', { filter: nobodysFilter }, 'filter.field'],
    ['DELETE', '/api/saved-filters/99999999999', undefined, 'id'],
    ['DELETE', '/api/me/sessions/%00', undefined, 'id'],
  ])('%s %s says what is wrong with it before what is not there', async (method, path, body, field) => {
    const { status, json } = await ask(method, path, body)
    expect([status, json.error.code, json.error.fields?.[0]?.path]).toEqual([400, 'badInput', field])
  })

  test('for a portfolio or a filter that is not there is answered so', async () => {
    expect((await ask('POST', '/api/clients/query', { portfolioId: 987_654 })).status).toBe(404)
    expect((await ask('PATCH', '/api/saved-filters/987654', { name: 'X' })).status).toBe(404)
  })
})

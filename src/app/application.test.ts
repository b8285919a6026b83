import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '#kernel/route.ts'
import type { Database } from '#platform/db/database.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { openTestDatabase } from '#test/factories/test-database.ts'

let database: Database
let application: TestApplication
let cookie: string

beforeAll(async () => {
  database = await openTestDatabase('embedded')
  application = await makeApplication(database)
  await application.addUser('anne@firm.test', 'administrator')
  cookie = await application.signIn('anne@firm.test')
})
afterAll(() => database?.close())

describe('The description of the API', () => {
  const document = async () => (await application.ask('GET', '/api/openapi.json')).json

  test('lists operations that answer', async () => {
    const { openapi, paths } = await document()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths).length).toBeGreaterThan(20)
    for (const [path, operations] of Object.entries<Record<string, object>>(paths)) {
      for (const method of Object.keys(operations)) {
        const { status } = await application.ask(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '1'))
        expect([method, path, status]).not.toContain(404)
      }
    }
  })

  test('leaves out no operation that a feature declares', async () => {
    const { paths } = await document()
    const files = globSync('src/features/*/*-api.ts').map(file => import(pathToFileURL(resolve(file)).href))
    const exported = (await Promise.all(files)).flatMap(api => Object.values(api))
    const routes = exported.filter(
      (one): one is Route => typeof one === 'object' && one !== null && 'summary' in one,
    )
    expect(routes.length).toBeGreaterThan(20)
    for (const { path, method, summary } of routes) expect(paths[path]?.[method]).toMatchObject({ summary })
  })

  test('names the recursive filter, and refers to nothing that is missing', async () => {
    const { components, ...rest } = await document()
    expect(components.schemas.Filter.anyOf[0].properties.all.items).toEqual({
      $ref: '#/components/schemas/Filter',
    })
    const references = new Set(JSON.stringify([components, rest]).match(/"#\/components\/[^"]+"/g))
    for (const reference of references) {
      const [, , section = '', name = ''] = reference.replaceAll('"', '').split('/')
      expect(components[section]).toHaveProperty(name)
    }
  })

  test('gives every operation a name of its own, and says which need a session', async () => {
    const { paths } = await document()
    const operations = Object.values<Record<string, { operationId: string }>>(paths).flatMap(of =>
      Object.values(of),
    )
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
    expect(paths['/api/clients/query'].post).toMatchObject({
      operationId: 'postClientsQuery',
      security: [{ session: [] }],
    })
    expect(paths['/api/auth/sign-in/email'].post.security).toBeUndefined()
  })

  test('can be read as a page, whose style and scripts come from here', async () => {
    const { status, json: page } = await application.ask('GET', '/api/docs')
    expect(status).toBe(200)
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style|\son\w+=/)
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => file)
    expect(files).toHaveLength(3)
    for (const file of files) {
      const { status, headers } = await application.ask('GET', file)
      expect([status, headers.get('content-type')]).toEqual([
        200,
        expect.stringMatching(/^text\/(css|javascript)/),
      ])
    }
  })
})

describe('Every answer', () => {
  test.each([
    ['of the API', 'GET', '/api/me', 200],
    ['that refuses', 'GET', '/api/nothing', 404],
    ['of the description', 'GET', '/api/docs', 200],
    ['about nothing', 'GET', '/nothing', 404],
  ])('%s tells browsers what not to do', async (_which, method, path, expected) => {
    const { status, headers } = await application.ask(method, path, { cookie })
    expect(status).toBe(expected)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
        "connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    )
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers.get('strict-transport-security')).toBeNull()
  })
})

describe('Without a session', () => {
  test('every operation but signing in answers 401, whatever is sent and from wherever', async () => {
    const { paths } = (await application.ask('GET', '/api/openapi.json')).json
    for (const [path, operations] of Object.entries<Record<string, { security?: object }>>(paths)) {
      for (const [method, { security }] of Object.entries(operations)) {
        const request = { headers: { origin: 'https://evil.test' }, ...(method !== 'get' && { body: '{' }) }
        const { status, json } = await application.ask(method.toUpperCase(), path, request)
        expect([path, method, status, json.error.code]).toEqual(
          security ? [path, method, 401, 'notSignedIn'] : [path, method, 403, 'badOrigin'],
        )
      }
    }
  })
})

describe('A refusal', () => {
  const query = (body: unknown, headers?: Record<string, string>) =>
    application.ask('POST', '/api/clients/query', { cookie, body, ...(headers && { headers }) })

  test('names the field, the value and what is accepted', async () => {
    const { status, json } = await query({
      filter: { all: [{ field: 'status.vatStatus', op: 'in', value: ['weekly'] }] },
    })
    expect([status, json.error.code]).toEqual([400, 'badInput'])
    expect(json.error.fields).toEqual([
      {
        path: 'filter.all[0].value',
        message: expect.stringMatching(
          /^status\.vatStatus : « weekly » .* Sont acceptés : none, pending, monthly/,
        ),
      },
    ])
    expect(json.error.message).toContain(json.error.fields[0].message)
  })

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000'])(
    'does not meet a page of %s',
    async origin => {
      expect((await query({}, { origin })).status).toBe(200)
    },
  )

  test('meets a page of another port', async () => {
    const { status, json } = await query({}, { origin: 'http://localhost:3001' })
    expect([status, json.error]).toEqual([
      403,
      { code: 'badOrigin', message: expect.stringContaining('http://localhost:3001') },
    ])
  })

  test('meets a body of more than two megabytes', async () => {
    const { status, json } = await query({ search: 'x'.repeat(2_200_000) })
    expect([status, json.error.fields]).toEqual([413, [{ path: '', message: 'La demande dépasse 2 Mo.' }]])
  })
})

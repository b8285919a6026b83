import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError } from '#kernel/app-error.ts'
import { filterSchema } from '#kernel/filters/filter.ts'
import { route } from '#kernel/route.ts'
import { type Handler, handler, MAX_BODY_BYTES, openHandler, RawJson, uploadHandler } from './handler.ts'
import { mount } from './mount.ts'

interface Person {
  name: string
  isChief: boolean
}

const params = z.object({ id: z.coerce.number().int() })
const answer = z.object({ got: z.unknown() })

const save = route({
  method: 'post',
  path: '/api/things/{id}',
  summary: '',
  params,
  body: z.strictObject({ ids: z.array(z.int()), filter: filterSchema.optional() }),
  answer,
})
const list = route({ method: 'get', path: '/api/things', summary: '', answer })
const listRaw = route({ method: 'get', path: '/api/raw', summary: '', answer })
const wrong = route({ method: 'get', path: '/api/wrong', summary: '', answer: z.object({ count: z.int() }) })
const broken = route({ method: 'post', path: '/api/broken', summary: '', answer })
const restricted = route({
  method: 'post',
  path: '/api/restricted',
  summary: '',
  body: z.object({ a: z.int() }),
  answer,
})
const greet = route({ method: 'post', path: '/api/greet', summary: '', answer })
const upload = route({ method: 'post', path: '/api/upload', summary: '', answer })

const handlers: Handler<Person>[] = [
  handler(save, async (person: Person, { body, params }) => ({ got: [person.name, params.id, body.ids] })),
  handler(list, async (person: Person) => ({ got: person.name })),
  handler(listRaw, async () => new RawJson('{"got":[1,2]}')),
  handler(wrong, async () => new RawJson('{"count":"many"}')),
  handler(broken, async () => {
    throw new Error('Failed query: select 85073003328', { cause: new Error('the disk is on fire') })
  }),
  handler(restricted, async () => ({ got: null }), { may: ({ isChief }: Person) => isChief }),
  openHandler(greet, async ({ asking }) => ({ got: asking.remoteAddress })),
  uploadHandler(upload, async (_person: Person, { body }) => ({ got: body.byteLength }), {
    maxBytes: 3_000_000,
  }),
]

type Answer = {
  got: unknown
  error: { code: string; message: string; fields?: { path: string; message: string }[] }
}

const reports: unknown[] = []
const app = new Hono()
mount(app, handlers, {
  identify: async headers => {
    const name = headers.get('cookie')
    if (!name) return undefined
    return { actor: { name, isChief: name === 'chief' }, language: 'nl', cookies: ['seen=1'] }
  },
  tell: ({ code, fields }, language) => ({
    message: `${language} ${code}`,
    fields: fields.map(({ path, problem }) => ({ path, message: problem })),
  }),
  trustedOrigins: new Set(['https://fiduscope.test']),
  checkAnswers: true,
  report: (...reported) => reports.push(reported),
})

const ask = async (method: string, path: string, { body, ...headers }: Record<string, string> = {}) => {
  const response = await app.request(path, { method, headers, ...(body !== undefined && { body }) })
  return { status: response.status, json: (await response.json()) as Answer, headers: response.headers }
}
const anne = { cookie: 'anne' }
const elsewhere = { origin: 'https://elsewhere.test' }

describe('An operation', () => {
  test('gets who asks, the parameters and the body, and its answer is never kept by a cache', async () => {
    const { status, json, headers } = await ask('POST', '/api/things/7', { ...anne, body: '{"ids":[1]}' })
    expect([status, json]).toEqual([200, { got: ['anne', 7, [1]] }])
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('may answer JSON that is written already', async () => {
    expect((await ask('GET', '/api/raw', anne)).json).toEqual({ got: [1, 2] })
  })

  test('sends the cookies of a prolonged session along', async () => {
    expect((await ask('GET', '/api/things', anne)).headers.getSetCookie()).toEqual(['seen=1'])
  })

  test('for everyone needs no session', async () => {
    expect((await ask('POST', '/api/greet')).status).toBe(200)
  })

  test('takes a file up to the size that it declares', async () => {
    expect((await ask('POST', '/api/upload', { ...anne, body: 'x'.repeat(2_900_000) })).json.got).toBe(
      2_900_000,
    )
    expect((await ask('POST', '/api/upload', { ...anne, body: 'x'.repeat(3_000_001) })).status).toBe(413)
  })
})

describe('What is refused first', () => {
  const unreadable = { body: '{' }
  const cases: [string, Record<string, string>, string, number, string][] = [
    [
      'no session, before the origin and the body',
      { ...elsewhere, ...unreadable },
      '/api/things/7',
      401,
      'notSignedIn',
    ],
    [
      'a strange origin, before the right',
      { ...anne, ...elsewhere, ...unreadable },
      '/api/restricted',
      403,
      'badOrigin',
    ],
    ['a missing right, before the body', { ...anne, ...unreadable }, '/api/restricted', 403, 'noRight'],
    ['a body that is no JSON', { ...anne, ...unreadable }, '/api/things/7', 400, 'badInput'],
    ['a body of another shape', { ...anne, body: '[]' }, '/api/things/7', 400, 'badInput'],
    ['a bad parameter', { ...anne, body: '{"ids":[]}' }, '/api/things/seven', 400, 'badInput'],
    ['an operation that there is not', anne, '/api/nothing', 404, 'notFound'],
    ['a strange origin, where no session is needed', elsewhere, '/api/greet', 403, 'badOrigin'],
  ]
  test.each(cases)('%s', async (_what, request, path, status, code) => {
    const refused = await ask('POST', path, request)
    expect([refused.status, refused.json.error.code]).toEqual([status, code])
    expect(refused.headers.get('cache-control')).toBe('no-store')
  })

  test('a request that only reads may come from anywhere', async () => {
    expect((await ask('GET', '/api/things', { ...anne, ...elsewhere })).status).toBe(200)
  })

  test('another method of a path is not there', async () => {
    expect((await ask('PUT', '/api/things/7', { ...anne, body: '{"ids":[]}' })).status).toBe(404)
  })
})

describe('A body', () => {
  const send = (body: string | Uint8Array | ReadableStream, headers: Record<string, string> = {}) =>
    app.request('/api/things/7', {
      method: 'POST',
      body,
      headers: { ...anne, ...headers },
      duplex: 'half',
    } as RequestInit)

  test('that is announced as too large is refused unread', async () => {
    const response = await send('{}', { 'content-length': String(MAX_BODY_BYTES + 1) })
    expect([response.status, response.headers.get('connection')]).toEqual([413, 'close'])
  })

  test('that turns out too large is refused as soon as it does', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(500_000))
      },
    })
    expect((await send(endless)).status).toBe(413)
    expect(sent).toBeLessThan(10)
  })

  test('of 100 000 ids is accepted', async () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => 1_000_000_000 + index)
    expect((await send(JSON.stringify({ ids }))).status).toBe(200)
  })

  test('that is not UTF-8 is refused', async () => {
    expect((await send(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400)
  })

  test('that is nested beyond measure is refused, and nothing breaks', async () => {
    const deep = 100_000
    const response = await send(`{"ids":[],"filter":${'{"all":['.repeat(deep)}${']}'.repeat(deep)}}`)
    expect(response.status).toBe(400)
  })

  test('has every wrong field named by its path', async () => {
    const response = await send('{"ids":[1,"two"],"more":1,"filter":{"all":[{"field":"a","op":"is"}]}}')
    const { error } = (await response.json()) as Answer
    expect(error.fields).toEqual([
      { path: 'ids[1]', message: 'notNumber' },
      { path: 'filter.all[0].op', message: 'notAmong' },
      { path: 'more', message: 'unknownName' },
    ])
  })
})

describe('A failure', () => {
  test('is told in the language of the user, or the one that the request asks for, or French', async () => {
    const german = { 'accept-language': 'it, de-BE;q=0.8, en;q=0.5' }
    const messages = await Promise.all([
      ask('POST', '/api/things/7', { ...anne, ...german }),
      ask('GET', '/api/things', german),
      ask('GET', '/api/things'),
      ask('GET', '/api/nothing', german),
    ])
    expect(messages.map(({ json }) => json.error.message)).toEqual([
      'nl badInput',
      'de notSignedIn',
      'fr notSignedIn',
      'de notSignedIn',
    ])
  })

  test('that nobody expected is reported under a number, and tells the user nothing else', async () => {
    const { status, json } = await ask('POST', '/api/broken', anne)
    expect([status, json]).toEqual([500, { error: { code: 'unexpected', message: 'nl unexpected' } }])
    expect(reports.at(-1)).toEqual([
      expect.stringMatching(/^[\w-]{36}$/),
      'POST /api/broken',
      expect.objectContaining({ message: expect.stringContaining('Failed query') }),
    ])
  })

  test('of an answer to keep to its schema comes to light in tests', async () => {
    expect((await ask('GET', '/api/wrong', anne)).status).toBe(500)
  })

  test('with a time to wait says so in a header', async () => {
    const waiting = new Hono()
    const later = openHandler(greet, () =>
      Promise.reject(new AppError('tooManyAttempts', { params: { retryAfter: 90 } })),
    )
    mount(waiting, [later], {
      identify: async () => undefined,
      tell: () => ({ message: '', fields: [] }),
      trustedOrigins: new Set(),
    })
    const response = await waiting.request('/api/greet', { method: 'POST' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '90'])
  })
})

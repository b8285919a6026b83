import { onlineManager } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { route } from '#kernel/route.ts'
import { ApiError, call, onSignedOut } from './api-client.ts'

const rename = route({
  method: 'patch',
  path: '/api/things/{id}',
  summary: '',
  params: z.object({ id: z.string() }),
  body: z.strictObject({ name: z.string() }),
  answer: z.object({ name: z.string() }),
})
const list = route({ method: 'get', path: '/api/things', summary: '', answer: z.object({}) })

afterEach(() => {
  vi.unstubAllGlobals()
  onlineManager.setOnline(true)
})

test('what is asked goes to the address with its parameters, and the answer comes back', async () => {
  const fetch = serverThatAnswers(Response.json({ name: 'B' }))
  expect(await call(rename, { params: { id: 'a/b?' }, body: { name: 'B' } })).toEqual({ name: 'B' })
  const [address, request] = fetch.mock.calls[0] ?? []
  expect(address).toBe('/api/things/a%2Fb%3F')
  expect(request).toMatchObject({ method: 'PATCH', body: '{"name":"B"}' })
})

test('reading sends no body', async () => {
  const fetch = serverThatAnswers(Response.json({}))
  await call(list)
  expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty('body')
})

describe('a refusal', () => {
  test('says its code, its words, its fields and when to come back', async () => {
    const fields = [{ path: 'name', message: 'Déjà pris.' }]
    const error = { code: 'nameTaken', message: 'Ce nom est déjà pris.', fields }
    serverThatAnswers(Response.json({ error }, { status: 409, headers: { 'Retry-After': '60' } }))
    expect(await refusal()).toMatchObject({ status: 409, retryAfter: 60, ...error })
  })

  test.each([
    ['of an unknown session tells that the user was signed out', 'notSignedIn', 1],
    ['of a wrong password does not', 'wrongCredentials', 0],
  ])('%s', async (_name, code, times) => {
    const listener = vi.fn()
    onSignedOut(listener)
    serverThatAnswers(Response.json({ error: { code, message: '' } }, { status: 401 }))
    await refusal()
    expect(listener).toHaveBeenCalledTimes(times)
  })
})

describe('the server is away', () => {
  test.each([
    ['when there is no connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['when a proxy answers for it', () => Promise.resolve(new Response('Bad Gateway', { status: 502 }))],
    ['while it starts', () => Promise.resolve(new Response('starting', { status: 503 }))],
  ])('%s, and queries wait until it is back', async (_name, answer) => {
    vi.stubGlobal('fetch', vi.fn(answer))
    expect(await refusal()).toMatchObject({ code: 'serverAway' })
    expect(onlineManager.isOnline()).toBe(false)
  })

  test('not when it fails on one question, nor when that took too long', async () => {
    serverThatAnswers(new Response('oops', { status: 500 }))
    expect(await refusal()).toMatchObject({ code: 'unexpected' })
    serverThatAnswers(Response.json({ error: { code: 'tooSlow', message: '' } }, { status: 503 }))
    expect(await refusal()).toMatchObject({ code: 'tooSlow' })
    expect(onlineManager.isOnline()).toBe(true)
  })
})

test('a call that was given up is no failure of the server', async () => {
  const given = new DOMException('', 'AbortError')
  vi.stubGlobal('fetch', () => Promise.reject(given))
  await expect(call(list)).rejects.toBe(given)
  expect(onlineManager.isOnline()).toBe(true)
})

function serverThatAnswers(response: Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(response))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

async function refusal(): Promise<ApiError> {
  const error = await call(list).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof ApiError) return error
  throw new Error('The call was not refused.')
}

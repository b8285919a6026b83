import { once } from 'node:events'
import { request } from 'node:http'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { route } from '#kernel/route.ts'
import { openHandler } from './handler.ts'
import { type Listening, listen } from './listen.ts'
import { mount } from './mount.ts'

const anywhere = { host: '127.0.0.1', port: 0 }
const save = route({ method: 'post', path: '/api/save', summary: '', body: z.any(), answer: z.any() })

let listening: Listening | undefined
afterEach(() => listening?.close())

const app = new Hono()
app.get('/stream', () => {
  const stream = new ReadableStream({
    start: controller => controller.enqueue(new TextEncoder().encode('first\n')),
  })
  return new Response(stream)
})
mount(app, [openHandler(save, async ({ asking }) => asking.remoteAddress)], {
  identify: async () => undefined,
  tell: ({ code }) => ({ message: code, fields: [] }),
  trustedOrigins: new Set(),
})

describe('A listening server', () => {
  test('knows the address of the socket, whatever a header claims', async () => {
    listening = await listen(app.fetch, anywhere)
    const response = await fetch(`http://127.0.0.1:${listening.port}/api/save`, {
      method: 'POST',
      headers: { 'x-forwarded-for': '9.9.9.9' },
    })
    expect(await response.json()).toBe('127.0.0.1')
  })

  test('ends within four seconds while a stream is open', async () => {
    listening = await listen(app.fetch, anywhere)
    const response = await fetch(`http://127.0.0.1:${listening.port}/stream`)
    await response.body?.getReader().read()
    const started = performance.now()
    await listening.close()
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  test('answers a body that is too large before all of it has come', async () => {
    listening = await listen(app.fetch, anywhere)
    const sending = request({ ...anywhere, port: listening.port, path: '/api/save', method: 'POST' })
    sending.on('error', () => {})
    for (let sent = 0; sent < 30; sent += 1) sending.write(Buffer.alloc(100_000))
    const [response] = await once(sending, 'response')
    expect(response.statusCode).toBe(413)
    sending.destroy()
  })

  test('says why it cannot listen', async () => {
    listening = await listen(app.fetch, anywhere)
    await expect(listen(app.fetch, { ...anywhere, port: listening.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})

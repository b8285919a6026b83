import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveScreen } from './static-files.ts'

describe('The built screen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fiduscope-screen-'))
  const app = new Hono()

  beforeAll(() => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>The page</title>')
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
    writeFileSync(join(folder, 'assets', 'main-abc123.js'), `console.log('${'x'.repeat(5_000)}')`)
    serveScreen(app, folder)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(['/', '/clients', '/clients/12?tab=history', '/sign-in', '/api.html'])(
    'is one page under every address: %s',
    async path => {
      const response = await app.request(path)
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('The page')])
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    },
  )

  test('is kept for ever by browsers, where the name changes with the content', async () => {
    const { status, headers } = await app.request('/assets/main-abc123.js')
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(headers.get('content-type')).toMatch(/javascript/)
    expect((await app.request('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  test('is compressed for browsers that can read that', async () => {
    const { headers } = await app.request('/assets/main-abc123.js', {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
  })

  test('has no page in the place of a file that is gone', async () => {
    const { status, headers } = await app.request('/assets/main-older.js')
    expect([status, headers.get('cache-control')]).toEqual([404, null])
  })

  test('shows nothing outside its folder', async () => {
    for (const path of [
      '/assets/..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/%2e%2e/index.html',
    ]) {
      expect(await (await app.request(path)).text()).not.toContain('root:')
    }
  })
})

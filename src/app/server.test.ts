import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '#platform/config.ts'
import { makeDataFolder } from '#test/factories/test-database.ts'
import { type RunningServer, startServer } from './server.ts'

let dataDir: string
let server: RunningServer | undefined

beforeEach(async () => {
  dataDir = await makeDataFolder()
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(dataDir, { recursive: true, force: true })
})

const start = (settings: Record<string, string>) =>
  startServer(readConfig({ DATA_DIR: dataDir, PORT: '0', DEMO_CLIENTS: '5', ...settings }))
const statusOf = async (url: string) => (await fetch(url)).status

describe('A server', { timeout: 120_000 }, () => {
  test('answers for its process while it prepares, and is ready when the demo firm is there', async () => {
    const port = await freePort()
    const starting = start({ PORT: String(port), DEMO_PASSWORD: 'a demo password' })
    const url = `http://127.0.0.1:${port}`
    const states = { healthz: 0, readyz: 0, api: 0 }
    for (let tries = 0; states.healthz === 0 && tries < 100; tries += 1) {
      states.healthz = await statusOf(`${url}/healthz`).catch(() => 0)
    }
    states.readyz = await statusOf(`${url}/readyz`)
    states.api = await statusOf(`${url}/api/me`)
    expect(states).toEqual({ healthz: 200, readyz: 503, api: 503 })

    server = await starting
    expect([server.address, server.demo]).toEqual([
      url,
      { email: 'admin@demo.test', password: 'a demo password' },
    ])
    expect([await statusOf(`${url}/readyz`), await statusOf(`${url}/api/me`)]).toEqual([200, 401])
  })

  test('trusts the port that it was given by the system, under both names of this machine', async () => {
    server = await start({ DEMO_PASSWORD: 'a demo password' })
    const { port } = new URL(server.address)
    for (const origin of [`http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
      const response = await fetch(`${server.address}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { origin },
        body: JSON.stringify({ email: 'admin@demo.test', password: 'a demo password' }),
      })
      expect(response.status).toBe(200)
    }
  })

  test('lets the demo users in with the password that the settings name, whatever it was before', async () => {
    const signIn = (password: string) =>
      fetch(`${server?.address}/api/auth/sign-in/email`, {
        method: 'POST',
        body: JSON.stringify({ email: 'collab@demo.test', password }),
      }).then(({ status }) => status)
    server = await start({ DEMO_PASSWORD: 'the first password' })
    expect(await signIn('the first password')).toBe(200)
    await server.close()
    server = await start({ DEMO_PASSWORD: 'another password' })
    expect([await signIn('the first password'), await signIn('another password')]).toEqual([401, 200])
  })

  test('refuses a secret that its data was not sealed with', async () => {
    server = await start({ SECRET: 'the secret that this database was set up with' })
    await server.close()
    const refused = await start({ SECRET: 'another secret, with which nothing can be read' }).catch(String)
    expect(refused).toMatch(/The secret is not the one/)
    server = undefined
  })

  test('shows the demo firm to no other machine', async () => {
    const refused = await start({ HOST: '0.0.0.0' }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ConfigError)
    expect(refused).toMatchObject({ message: expect.stringMatching(/HOST "0\.0\.0\.0".*firm:create/) })
  })
})

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

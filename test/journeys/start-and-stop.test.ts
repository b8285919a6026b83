import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const READY = /^Fiduscope est prêt : (\S+) — connectez-vous avec (.+)$/m

/** Windows has no signals that a process could answer. */
const SIGNALS = process.platform === 'win32' ? [] : (['SIGTERM', 'SIGINT'] as const)

/** An empty setting counts as absent: whoever runs the tests may have set some. */
const NO_SETTINGS = { HOST: '', DATABASE_URL: '', PUBLIC_URL: '', SECRET: '', DEMO_PASSWORD: '' }

interface Started {
  process: ChildProcess
  address: string
  signIn: string
}

describe('The administrator of a firm', () => {
  let dataDir: string
  const running: ChildProcess[] = []

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'fiduscope-start-'))
  })
  afterEach(async () => {
    for (const child of running.splice(0)) await kill(child)
  })
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  test('starts Fiduscope and signs in with what the last line says', async () => {
    const { address, signIn } = await start()
    const [email, password] = signIn.split(' / ')
    expect(email).toBe('admin@demo.test')
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    const answer = await fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email, password }),
    })
    expect(answer.status).toBe(200)
  })

  test('starts it again after it was killed, and is reminded where the password was shown', async () => {
    await kill((await start()).process)
    expect((await start()).signIn).toBe('admin@demo.test (mot de passe : celui affiché au premier démarrage)')
  })

  test('is told that the data folder is taken when it is started twice', async () => {
    await start()
    const second = await runToItsEnd({})
    expect(second.code).toBe(1)
    expect(second.output).toMatch(
      /^Fiduscope cannot start\. The data folder .* is in use by another Fiduscope/m,
    )
    expect(second.output).not.toMatch(/^ {4}at /m)
  })

  test('is told that the port is taken', async () => {
    const { address } = await start()
    const folder = mkdtempSync(join(tmpdir(), 'fiduscope-port-'))
    const second = await runToItsEnd({ DATA_DIR: folder, PORT: new URL(address).port })
    rmSync(folder, { recursive: true })
    expect(second.code).toBe(1)
    expect(second.output).toMatch(/^Fiduscope cannot start\. PORT is taken by another program/m)
    expect(second.output).not.toMatch(/^ {4}at /m)
  })

  test('is told of every setting that cannot be used', async () => {
    const { code, output } = await runToItsEnd({ PORT: 'eighty', SECRET: 'too short' })
    expect(code).toBe(1)
    expect(output).toMatch(/PORT "eighty" cannot be used: a whole number from 0 to 65535 is accepted\./)
    expect(output).toMatch(/SECRET cannot be used: at least 32 characters are needed\./)
    expect(output).not.toContain('too short')
  })

  test.each(SIGNALS)('ends it within five seconds by %s', async signal => {
    const { process: child } = await start()
    const asked = performance.now()
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(performance.now() - asked).toBeLessThan(5_000)
  })

  test('finds nothing left running when the process that started it is killed', async () => {
    const { process: child, address } = await start()
    child.kill('SIGKILL')
    await once(child, 'exit')
    await expect.poll(() => answers(address), { timeout: 5_000 }).toBe(false)
    await start()
  })

  function run(settings: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
      cwd: ROOT,
      env: { ...process.env, ...NO_SETTINGS, PORT: '0', DATA_DIR: dataDir, DEMO_CLIENTS: '20', ...settings },
      // A group of its own, as a terminal gives to what it starts.
      detached: true,
    })
    running.push(child)
    return child
  }

  async function start(): Promise<Started> {
    const child = run({})
    const output = await textUntil(child, READY)
    const [, address, signIn] = READY.exec(output) ?? []
    if (!address || !signIn) throw new Error(`It did not start: ${output}`)
    return { process: child, address, signIn }
  }

  async function runToItsEnd(settings: Record<string, string>): Promise<{ code: number; output: string }> {
    const child = run(settings)
    const ended = once(child, 'exit')
    const output = await textUntil(child)
    return { code: (await ended)[0], output }
  }
})

/** What a process writes, until it says something or ends. */
function textUntil(child: ChildProcess, awaited?: RegExp): Promise<string> {
  return new Promise(done => {
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        if (awaited?.test(text)) done(text)
      })
    }
    child.on('close', () => done(text))
  })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
  await exit
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/healthz`)).ok
  } catch {
    return false
  }
}

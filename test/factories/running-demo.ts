import { rmSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { ensureDemoFirm } from '#app/demo-firm.ts'
import { type RunningServer, startServer } from '#app/server.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'
import { loadSecret } from '#platform/secret.ts'
import { openSecretBox } from '#platform/secret-box.ts'
import { openBrowser, signIn } from './browser.ts'
import { makeDataFolder } from './test-database.ts'

const PASSWORD = 'le mot de passe de la démo'

export type DemoUser = 'admin' | 'manager' | 'collab' | 'lecture'

export interface RunningDemo {
  address: string
  /** A new browser, signed in as one of the demo users and looking at the list. */
  visit(user: DemoUser, options?: BrowserContextOptions): Promise<Page>
  /** A new browser that nobody has signed in. */
  visitUnknown(options?: BrowserContextOptions): Promise<Page>
  /** Changes the data as no screen can, while the server is down; it comes back at the same address. */
  changeData(change: (database: Database) => Promise<void>): Promise<void>
}

/**
 * Runs the demo firm, and a browser, for the tests of a file: on the embedded database, or else on an empty one that
 * `makeDatabase` answers the address of. Errors of the page fail the test that opened it.
 */
export function runDemo(clients: number, makeDatabase?: () => Promise<string>): () => RunningDemo {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  let dataDir = ''
  let databaseUrl = ''
  let demo: RunningDemo | undefined
  const configFor = (port: string) =>
    readConfig({
      PORT: port,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      DEMO_CLIENTS: String(clients),
      DEMO_PASSWORD: PASSWORD,
    })
  const start = (port: string) => startServer(configFor(port))
  const changeData: RunningDemo['changeData'] = async change => {
    await server?.close()
    const database = await openDatabase({ databaseUrl, dataDir })
    await change(database).finally(() => database.close())
    server = await start(new URL(server?.address ?? '').port)
  }

  beforeAll(async () => {
    dataDir = await makeDataFolder()
    databaseUrl = (await makeDatabase?.()) ?? ''
    if (databaseUrl) await fillWithDemo(configFor('0'))
    server = await start('0')
    browser = await openBrowser()
    demo = { ...demoAt(server.address, browser), changeData }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  return () => {
    if (!demo) throw new Error('The demo does not run yet: use it inside a test.')
    return demo
  }
}

/** Only an embedded database becomes a demo by itself. */
async function fillWithDemo(config: Config): Promise<void> {
  const database = await openDatabase(config)
  try {
    await migrateDatabase(database)
    const secrets = openSecretBox(await loadSecret(config))
    await ensureDemoFirm(database, secrets, { clients: config.demoClients, password: PASSWORD })
  } finally {
    await database.close()
  }
}

function demoAt(address: string, browser: Browser): Omit<RunningDemo, 'changeData'> {
  const visitUnknown = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    page.on('pageerror', error => {
      throw error
    })
    return page
  }
  return {
    address,
    visitUnknown,
    async visit(user, options) {
      const page = await visitUnknown(options)
      await signIn(page, address, `${user}@demo.test`, PASSWORD)
      return page
    },
  }
}

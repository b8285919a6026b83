import { rmSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type RunningServer, startServer } from '#app/server.ts'
import { readConfig } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
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

/** Runs the demo firm, and a browser, for the tests of a file. Errors of the page fail the test that opened it. */
export function runDemo(clients: number): () => RunningDemo {
  let server: RunningServer | undefined
  let browser: Browser | undefined
  let dataDir = ''
  let demo: RunningDemo | undefined
  const start = (port: string) =>
    startServer(
      readConfig({ PORT: port, DATA_DIR: dataDir, DEMO_CLIENTS: String(clients), DEMO_PASSWORD: PASSWORD }),
    )
  const changeData: RunningDemo['changeData'] = async change => {
    await server?.close()
    const database = await openDatabase({ dataDir })
    await change(database).finally(() => database.close())
    server = await start(new URL(server?.address ?? '').port)
  }

  beforeAll(async () => {
    dataDir = await makeDataFolder()
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

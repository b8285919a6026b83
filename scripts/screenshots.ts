import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { startServerProcess } from '#test/bench/server-process.ts'
import { openBrowser, signIn } from '#test/factories/browser.ts'
import { runCommand } from './run-command.ts'

/** npm run screenshots: takes the pictures of docs/user-guide anew, from the demo firm. */
const FOLDER = fileURLToPath(new URL('../docs/user-guide', import.meta.url))
const PASSWORD = 'password of the pictures'
const SIZES = { '': { width: 1440, height: 900 }, '-phone': { width: 390, height: 844 } }

await runCommand(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fiduscope-screenshots-'))
  const server = await startServerProcess({ DATA_DIR: dataDir, DATABASE_URL: '', DEMO_PASSWORD: PASSWORD })
  const browser = await openBrowser()
  try {
    for (const language of ['fr', 'nl']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const size of Object.keys(SIZES))
          await takeList(browser, server.address, { language, colorScheme, size })
      }
    }
    await takeFilterMenu(browser, server.address)
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

interface Look {
  language: string
  colorScheme: 'light' | 'dark'
  size: string
}

async function openList(browser: Browser, address: string, { language, colorScheme, size }: Look) {
  const viewport = SIZES[size as keyof typeof SIZES]
  const context = await browser.newContext({ viewport, colorScheme, hasTouch: size !== '' })
  const page = await context.newPage()
  await signIn(page, address, 'admin@demo.test', PASSWORD)
  await page.request.patch(`${address}/api/me/preferences`, { data: { language } })
  await page.reload()
  await page.locator('[role="gridcell"][col-id="identity.name"]').first().waitFor()
  await page.waitForTimeout(1500)
  return page
}

async function takeList(browser: Browser, address: string, look: Look): Promise<void> {
  const page = await openList(browser, address, look)
  await page.screenshot({ path: join(FOLDER, `list-${look.language}-${look.colorScheme}${look.size}.png`) })
  await page.context().close()
}

async function takeFilterMenu(browser: Browser, address: string): Promise<void> {
  const page = await openList(browser, address, { language: 'fr', colorScheme: 'light', size: '' })
  await page.getByRole('button', { name: /^Trier et filtrer : Forme juridique/ }).click()
  await page.getByRole('option', { name: /^SRL/ }).waitFor()
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(FOLDER, 'filter-menu.png') })
  await page.context().close()
}

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser, signIn } from '#test/factories/browser.ts'
import { type Result, type SignIn, within } from './bench-result.ts'
import { median } from './measure.ts'
import type { ServerProcess } from './server-process.ts'

const RUNS = 15
const SCREEN = fileURLToPath(new URL('../../dist/web', import.meta.url))

interface Limits {
  filter: number
  memory: number
}

/** Measures what someone at the screen waits for, and what the server takes. */
export async function benchScreen(server: ServerProcess, user: SignIn, limits: Limits): Promise<Result[]> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    await page.addInitScript(noteFirstRows)
    await signIn(page, server.address, user.email, user.password)
    const navigation = await timeNavigation(page, server.address)
    const scripts = await gzippedScripts(page)
    const filter = await timeFilter(page)
    const jump = await timeJump(page)
    const cell = await timeCellEdit(page)
    return [
      within('browser: from navigation to first rows painted, warm', navigation, 1000, 'ms'),
      within('browser: filter chosen to rows painted', filter, limits.filter, 'ms'),
      within('browser: jump to the middle, until rows are painted', jump, 100, 'ms'),
      within('browser: cell edit, from Enter to saved', cell, 50, 'ms'),
      within('JavaScript of the list screen, gzip', scripts / 1000, 600, 'kB'),
      within('server memory after the run', server.memory(), limits.memory, 'MB'),
    ]
  } finally {
    await browser.close()
  }
}

/** Runs in the page from its very start: notes when the first row with a name has been painted. */
function noteFirstRows(): void {
  const look = () => {
    if (document.querySelector('[role="row"] [col-id="identity.name"][role="gridcell"]')?.textContent) {
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { firstRows: performance.now() })))
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

async function timeNavigation(page: Page, address: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await page.goto(`${address}/clients`)
    const painted = await page.waitForFunction(() => Reflect.get(window, 'firstRows') as number | undefined)
    times.push(Number(await painted.jsonValue()))
  }
  return median(times.slice(2))
}

/** Chooses one chip after the other; each time other clients come first. */
async function timeFilter(page: Page): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const chip = run % 2 === 0 ? 'Particuliers' : 'Personnes morales'
    times.push(await page.evaluate(chooseChip, chip))
    await page.waitForTimeout(400)
  }
  return median(times.slice(2))
}

/** Runs in the page. */
function chooseChip(name: string): Promise<number> {
  const firstName = () =>
    document.querySelector('[role="row"][row-index="0"] [col-id="identity.name"]')?.textContent ?? ''
  const chip = [...document.querySelectorAll('button')].find(button => button.textContent?.startsWith(name))
  if (!chip) throw new Error(`There is no chip ${name}.`)
  const before = firstName()
  const started = performance.now()
  chip.click()
  return new Promise(resolve => {
    const look = () => {
      const now = firstName()
      if (now === '' || now === before) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
    }
    requestAnimationFrame(look)
  })
}

async function timeJump(page: Page): Promise<number> {
  await page.getByRole('button', { name: /^Tout afficher/ }).click()
  await page.waitForTimeout(500)
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    times.push(await page.evaluate(jumpTo, 0.3 + run * 0.03))
    await page.waitForTimeout(300)
  }
  return median(times.slice(2))
}

/** Runs in the page: scrolls to a part of the list that was not seen yet. */
function jumpTo(part: number): Promise<number> {
  const scroller = document.querySelector('.ag-grid-viewport')
  if (!scroller) throw new Error('There is no grid.')
  const rowHeight = document.querySelector('[role="row"][row-index="0"]')?.clientHeight ?? 33
  const started = performance.now()
  scroller.scrollTop = scroller.scrollHeight * part
  const wanted = Math.ceil(scroller.scrollTop / rowHeight) + 2
  // A grid that did not scroll shows its first rows at once: no figure is better than that one.
  if (wanted < 100) return Promise.resolve(Number.NaN)
  return new Promise(resolve => {
    const look = () => {
      const cell = document.querySelector(`[role="row"][row-index="${wanted}"] [col-id="identity.name"]`)
      if (!cell?.textContent) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
    }
    requestAnimationFrame(look)
  })
}

/** Gives one client after the other another language, and waits until the server has it. */
async function timeCellEdit(page: Page): Promise<number> {
  const times: number[] = []
  await page.locator('.ag-grid-viewport').evaluate(viewport => viewport.scrollTo(0, 0))
  await page.locator('[role="row"][row-index="0"]').first().waitFor()
  for (let run = 0; run < RUNS; run++) {
    const cell = page.locator(`[role="row"][row-index="${run}"] [col-id="identity.language"]`)
    await cell.click()
    await page.keyboard.type((await cell.textContent())?.startsWith('fr') ? 'nl' : 'fr')
    await page.evaluate(timeNextKey)
    await page.keyboard.press('Enter')
    times.push(await page.evaluate(() => Reflect.get(window, 'savedAfter') as Promise<number>))
  }
  return median(times.slice(2))
}

/**
 * Runs in the page: notes how long after the next key the mark of a value under way has come and gone. It watches
 * instead of looking again and again, which would make the page draw.
 */
function timeNextKey(): void {
  const savedAfter = new Promise(resolve => {
    const watch = () => {
      const started = performance.now()
      let wasUnderWay = false
      const observer = new MutationObserver(() => {
        const isUnderWay = document.querySelector('[class*="saving"]') !== null
        wasUnderWay ||= isUnderWay
        if (!wasUnderWay || isUnderWay) return
        observer.disconnect()
        resolve(performance.now() - started)
      })
      observer.observe(document.body, { childList: true, subtree: true })
    }
    document.addEventListener('keydown', watch, { once: true, capture: true })
  })
  Object.assign(window, { savedAfter })
}

/** Bytes, gzipped, of every script that the list needed. */
async function gzippedScripts(page: Page): Promise<number> {
  const urls = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter(path => path.endsWith('.js')),
  )
  return [...new Set(urls)].reduce((sum, path) => sum + gzipSync(readFileSync(`${SCREEN}${path}`)).length, 0)
}

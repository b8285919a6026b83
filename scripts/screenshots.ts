import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { startServerProcess } from '#test/bench/server-process.ts'
import { openList as filterList, openBrowser, signIn } from '#test/factories/browser.ts'
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
    await takeEditing(browser, server.address)
    await takeBulkEdit(browser, server.address)
    await takeDeletion(browser, server.address)
    await takeHistory(browser, server.address)
    await takeCustomFields(browser, server.address)
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
  const page = await openOffice(browser, address)
  await page.getByRole('button', { name: /^Trier et filtrer : Forme juridique/ }).click()
  await page.getByRole('option', { name: /^SRL/ }).waitFor()
  await take(page, 'filter-menu')
  await page.context().close()
}

/** An editor that is open, and what a column from Excel would do. */
async function takeEditing(browser: Browser, address: string): Promise<void> {
  const page = await openOffice(browser, address)
  const language = (row: number) => page.locator(`.ag-row[row-index="${row}"] [col-id="identity.language"]`)
  await language(2).click()
  await page.getByRole('option').first().waitFor()
  await take(page, 'cell-edit')
  await page.keyboard.press('Escape')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('nl\r\nfr\r\nnl\r\nde\r\nklingonais\r\n'))
  await page.keyboard.press('Control+v')
  await page.getByRole('button', { name: /^Appliquer à/ }).waitFor()
  await take(page, 'paste')
  await page.context().close()
}

/** *Editer* of all who speak French: filled in, checked, and applied, so that the history has it. */
async function takeBulkEdit(browser: Browser, address: string): Promise<void> {
  const page = await openOffice(browser, address)
  await filterList(page, address, { all: [{ field: 'identity.language', op: 'in', value: ['de'] }] })
  await page.getByRole('button', { name: 'Tout sélectionner' }).click()
  await page.getByRole('button', { name: 'Editer' }).click()
  await page.getByRole('combobox', { name: 'Que faire de « Langue »' }).click()
  await page.getByRole('option', { name: 'Remplacer' }).click()
  await page.getByRole('combobox', { name: 'Valeur de « Langue »' }).click()
  await page.getByRole('option', { name: /Français/ }).click()
  await take(page, 'bulk-edit')
  await page.getByRole('button', { name: 'Vérifier →' }).click()
  const apply = page.getByRole('button', { name: /^Appliquer à/ })
  await apply.waitFor()
  await take(page, 'bulk-edit-check')
  await apply.click()
  await page.getByText(/clients modifiés/).waitFor()
  await page.context().close()
}

/** What *Supprimer* asks, and the *Corbeille* after it. */
async function takeDeletion(browser: Browser, address: string): Promise<void> {
  const page = await openOffice(browser, address)
  for (const row of [1, 3, 4]) {
    await page
      .locator(`.ag-row[row-index="${row}"] [col-id="identity.name"]`)
      .click({ modifiers: ['Control'] })
  }
  await page.getByRole('button', { name: 'Supprimer' }).click()
  const confirm = page.getByRole('button', { name: /^Mettre .* à la corbeille/ })
  await confirm.waitFor()
  await take(page, 'delete')
  await confirm.click()
  await confirm.waitFor({ state: 'detached' })
  await page.goto(`${address}/corbeille`)
  await page.getByRole('row').nth(3).waitFor()
  await take(page, 'bin')
  await page.context().close()
}

async function takeHistory(browser: Browser, address: string): Promise<void> {
  const page = await openOffice(browser, address)
  await page.getByRole('link', { name: 'Historique', exact: true }).click()
  await page
    .getByRole('button', { name: /^Langue : / })
    .first()
    .click()
  await page.getByRole('region', { name: 'Valeurs, avant et après' }).waitFor()
  await take(page, 'history')
  await page.context().close()
}

/** A category of the firm, with fields of several kinds. */
async function takeCustomFields(browser: Browser, address: string): Promise<void> {
  const page = await openOffice(browser, address)
  const post = async (path: string, data: object) =>
    (await (await page.request.post(`${address}/api/${path}`, { data })).json()) as { id: number }
  const { id: categoryId } = await post('custom-field-categories', {
    name: { fr: 'Secrétariat social', nl: 'Sociaal secretariaat' },
    description: 'Ce que la paie doit savoir des employeurs.',
    criteria: { field: 'identity.kind', op: 'in', value: ['legal', 'selfEmployed'] },
  })
  for (const [name, kind, more] of [
    ['Nombre de travailleurs', 'number', { required: true }],
    ['Caisse', 'choice', { options: [{ fr: 'Acerta' }, { fr: 'Liantis' }, { fr: 'Partena' }] }],
    ['Règlement de travail', 'document', {}],
    ['Gestionnaire de paie', 'user', {}],
    ['Remarques', 'longText', {}],
  ] as const) {
    await post('custom-fields', { categoryId, name: { fr: name }, kind, ...more })
  }
  await page.getByRole('link', { name: 'Champs personnalisés' }).click()
  await page.getByRole('row', { name: /^Remarques/ }).waitFor()
  await take(page, 'custom-fields')
  await page.context().close()
}

function openOffice(browser: Browser, address: string): Promise<Page> {
  return openList(browser, address, { language: 'fr', colorScheme: 'light', size: '' })
}

/** Takes a picture once what moves has come to rest. */
async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700)
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

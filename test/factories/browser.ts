import { type Browser, chromium, type Page } from 'playwright-core'
import type { Filter } from '#kernel/filters/filter.ts'
import { ensureChromium } from '#scripts/chromium.ts'

/** For what is looked at again and again: a slow machine takes its time to answer. */
export const PATIENT = { timeout: 20_000 }

/** Starts the browser of the tests; it talks to this machine only. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Signs in as a user does and waits for the list. */
export async function signIn(page: Page, address: string, email: string, password: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await fraction(page).filter({ hasText: '/' }).waitFor()
}

/** Opens the list with a filter on, as a link does. */
export async function openList(page: Page, address: string, filter: Filter): Promise<void> {
  await page.goto(`${address}/clients?filter=${encodeURIComponent(JSON.stringify(filter))}`)
  await fraction(page).filter({ hasText: '/' }).waitFor()
}

/** Names and keeps a filter in the dialog that is open. */
export async function saveFilter(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /^Nom/ }).fill(name)
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** The conditions that are on, as the foot of the list tells them. */
export const conditionsOn = (page: Page): Promise<string[]> =>
  page.getByRole('list', { name: 'Conditions actives' }).getByRole('listitem').allTextContents()

/** The proof of what is filtered: `128 / 1 482`. */
export const fraction = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d .,]+ \/ [\d .,]+$/ })

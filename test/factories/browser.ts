import { type Browser, chromium, type Page } from 'playwright-core'
import { ensureChromium } from '#scripts/chromium.ts'

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

/** The proof of what is filtered: `128 / 1 482`. */
export const fraction = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d .,]+ \/ [\d .,]+$/ })

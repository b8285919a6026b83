import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fraction } from '#test/factories/browser.ts'
import { listOfEnterprises } from '#test/factories/list-of-enterprises.ts'
import { runDemo } from '#test/factories/running-demo.ts'

describe('A manager who brings in her list of clients', () => {
  const demo = runDemo(20)

  test('imports the real enterprises of the BCE and filters them', async () => {
    const page = await demo().visit('manager')
    await openImport(page)
    await page.locator('input[type=file]').setInputFiles({
      name: 'clients-bce.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(listOfEnterprises()),
    })
    await page.getByRole('combobox', { name: 'Portefeuille par défaut' }).click()
    await page.getByRole('option', { name: 'Namur' }).click()
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await page.getByText('931 lignes lues').waitFor()
    await page.getByRole('button', { name: 'Importer 931 clients' }).click()
    await page.getByRole('button', { name: 'Voir les clients' }).click()
    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    await expect.poll(() => fraction(page).textContent(), { timeout: 30_000 }).toBe('951 / 951')

    await page.getByRole('searchbox').fill('0200.065.765')
    await expect.poll(() => fraction(page).textContent()).toBe('1 / 951')
    await page.getByText('Intergemeentelijke Vereniging Veneco').waitFor()

    await page.getByRole('searchbox').fill('')
    await page.getByRole('button', { name: /^Trier et filtrer : Forme juridique/ }).click()
    await page.getByPlaceholder('Rechercher une valeur…').fill('intercommunale')
    await page.getByRole('button', { name: 'Appliquer' }).click()
    const matched = async () => Number((await fraction(page).textContent())?.split(' / ')[0])
    await expect.poll(matched).toBeLessThan(100)
    expect(await matched()).toBeGreaterThan(0)
  })

  test('sees what was imported although the answer got lost', async () => {
    const page = await demo().visit('manager')
    await openImport(page)
    await page.locator('input[type=file]').setInputFiles({
      name: 'un-client.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Nom;Forme;Portefeuille\nPerdue en route;SRL;Namur\n'),
    })
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await page.route('**/api/imports/*/apply', async route => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Importer 1 client' }).click()
    await page.getByText('1 client a été créé.').waitFor()
  })

  test('cannot import as a collaborator, who is told why', async () => {
    const page = await demo().visit('collab')
    await page.getByRole('button', { name: 'Actions' }).click()
    const entry = page.getByRole('menuitem', { name: /^Importer.*Seuls les administrateurs et les managers/ })
    await entry.click({ force: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: /^Importer/ }).click()
}

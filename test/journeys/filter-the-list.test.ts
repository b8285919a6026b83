import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fraction } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

describe('A collaborator who looks for clients', () => {
  const demo = runDemo(400)

  test('filters a column by ticking a value, sees the proof at the foot, and lifts just that condition', async () => {
    const page = await demo().visit('admin')
    const everyone = await fraction(page).textContent()
    const counted = await tickOnly(page, 'Forme juridique', /^SRL/)
    await expectFraction(page, `${counted} / 400`)
    expect(new Set(await column(page, 'identity.legalForm'))).toEqual(new Set(['SRL']))
    await page.getByRole('button', { name: /^Retirer la condition « Forme juridique/ }).click()
    await expectFraction(page, everyone ?? '')
  })

  test('goes back and forward through the filters, and opens the same view from its address', async () => {
    const page = await demo().visit('admin')
    const before = (await fraction(page).textContent()) ?? ''
    await page.getByRole('button', { name: /^Particuliers/ }).click()
    await expect.poll(() => fraction(page).textContent()).not.toBe(before)
    const filtered = (await fraction(page).textContent()) ?? ''
    await page.goBack()
    await expectFraction(page, before)
    await page.goForward()
    await expectFraction(page, filtered)
    await page.goto(page.url())
    await expectFraction(page, filtered)
  })

  test('finds a client by a part of its name, whatever the accents, and by its number', async () => {
    const page = await demo().visit('admin')
    await page.keyboard.press('/')
    const [name = ''] = await column(page, 'identity.name')
    const [number = ''] = await column(page, 'identity.enterpriseNumber')
    await page.keyboard.type(number)
    await expect.poll(() => fraction(page).textContent()).toMatch(/^1 \/ 400$/)
    expect(await column(page, 'identity.name')).toEqual([name])
    await page.keyboard.press('Escape')
    await expect.poll(() => fraction(page).textContent()).not.toMatch(/^1 \/ 400$/)
  })

  test('clears every filter and the search with « Tout afficher »', async () => {
    const page = await demo().visit('admin')
    await page.getByRole('searchbox').fill('a')
    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    await expectFraction(page, '400 / 400')
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
  })

  test('selects all that match, loaded or not, and is told when a filter takes some away', async () => {
    const page = await demo().visit('admin')
    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    await expectFraction(page, '400 / 400')
    await page.getByText('Tout sélectionner', { exact: true }).click()
    await page.getByText('400 sélectionnés').waitFor()
    await page.getByRole('button', { name: /^Particuliers/ }).click()
    await page.getByText(/clients masqués ont quitté la sélection/).waitFor()
    const shown = Number((await fraction(page).textContent())?.split(' / ')[0])
    await page.getByText(`${shown} sélectionnés`).waitFor()
  })

  test('saves the combination as a chip, and « + » is gone while it is on', async () => {
    const page = await demo().visit('admin')
    await page.getByRole('button', { name: /^Indépendants/ }).click()
    await page.getByRole('searchbox').fill('')
    await tickOnly(page, 'Langue', /Néerlandais/)
    await page.getByRole('button', { name: 'Enregistrer ce filtre' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: /^Nom/ }).fill('Indépendants néerlandophones')
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('button', { name: /^Indépendants néerlandophones/ }).waitFor()
    expect(await page.getByRole('button', { name: 'Enregistrer ce filtre' }).count()).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: /^Indépendants néerlandophones/ }).waitFor()
  })

  test('reads everything in Dutch once that is the language, dates and numbers too', async () => {
    const page = await demo().visit('manager')
    await page.getByRole('button', { name: /Joris Maes/ }).click()
    await page.getByText('Nederlands').click()
    await page.getByText('Alle portefeuilles').waitFor()
    await page.reload()
    await page.getByText('Alle portefeuilles').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nl')
  })
})

describe('Two users with different portfolios', () => {
  const demo = runDemo(300)

  test('see different lists, totals and tabs', async () => {
    const admin = await demo().visit('admin')
    const collab = await demo().visit('collab')
    const reader = await demo().visit('lecture')
    for (const page of [admin, collab, reader]) {
      await page.getByRole('button', { name: /^Tout afficher/ }).click()
    }
    await expectFraction(admin, '300 / 300')
    const total = async (page: Page) => Number((await fraction(page).textContent())?.split(' / ')[1])
    await expect.poll(() => total(collab)).toBeLessThan(300)
    await expect.poll(() => total(reader)).toBeLessThan(300)
    await admin.getByText('Tous les portefeuilles').waitFor()
    await collab.getByText('Tous les portefeuilles').waitFor()
    // Who may read one portfolio has no strip of tabs (F04).
    expect(await reader.getByText('Tous les portefeuilles').count()).toBe(0)
    expect(await collab.getByText('Gent').count()).toBe(0)
  })
})

/** Filters a column by one of its values, and answers the count that stood beside it. */
async function tickOnly(page: Page, columnName: string, value: RegExp): Promise<number> {
  await page.getByRole('button', { name: new RegExp(`^Trier et filtrer : ${columnName}`) }).click()
  const menu = page.getByRole('dialog')
  const option = menu.getByRole('option', { name: value })
  const counted = Number(/\d+$/.exec((await option.textContent()) ?? '')?.[0])
  await menu.getByRole('checkbox', { name: 'Tout sélectionner' }).click()
  await option.click()
  await menu.getByRole('button', { name: 'Appliquer' }).click()
  return counted
}

/** The texts of a column in the rows that are on the screen, from the top. */
const column = (page: Page, id: string) =>
  page.evaluate(
    field =>
      [...document.querySelectorAll(`[role="gridcell"][col-id="${field}"]`)]
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(cell => cell.textContent ?? ''),
    id,
  )

const expectFraction = (page: Page, text: string) =>
  expect.poll(() => fraction(page).textContent(), { timeout: 20_000 }).toBe(text)

import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { openPostgresServer, type PostgresServer } from '#scripts/postgres.ts'
import { PATIENT } from '#test/factories/browser.ts'
import { type CuttableWay, openCuttableWay } from '#test/factories/cuttable-way.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const postgres = await openPostgresServer()

describe.runIf(postgres)('Someone whose database goes away while she works', () => {
  let way: CuttableWay
  const demo = runDemo(40, async () => {
    way = await openCuttableWay((postgres as PostgresServer).url)
    return way.databaseUrl
  })
  afterAll(async () => {
    await way.cut()
    await postgres?.stop()
  })

  const language = (page: Page) => page.locator('.ag-row[row-index="0"] .ag-cell[col-id="identity.language"]')
  const setsOf = async (page: Page): Promise<{ origin: string; counts: { change: number } }[]> =>
    (await (await page.request.get(`${demo().address}/api/change-sets`)).json()).changeSets

  test('keeps what was typed into a cell, says why it is not saved, and saves it later', async () => {
    const page = await demo().visit('admin')
    await language(page).click()
    await page.keyboard.type('allemand')
    await way.cut()
    await page.keyboard.press('Enter')
    await page.getByText('1 valeur n’est pas enregistrée.').waitFor()
    await expect.poll(() => language(page).textContent(), PATIENT).toMatch(/^(de|Allemand)/)
    await page.getByText('Le serveur ne répond pas. Nouvel essai automatique…').waitFor()
    await way.mend()
    await page.getByText('Le serveur ne répond pas. Nouvel essai automatique…').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Enregistrer à nouveau' }).click()
    await page.getByText('1 valeur n’est pas enregistrée.').waitFor({ state: 'detached' })
    const cellsSaved = async () => (await setsOf(page)).filter(({ origin }) => origin === 'cell')
    await expect.poll(cellsSaved, PATIENT).toMatchObject([{ counts: { change: 1 } }])
    await expect.poll(() => language(page).textContent(), PATIENT).toBe('de')
  })

  test('finds a bulk edit as it was filled in, with nothing of it done', async () => {
    const page = await demo().visit('manager')
    await page.getByRole('button', { name: 'Tout sélectionner' }).click()
    await page.getByRole('button', { name: 'Editer' }).click()
    await page.getByRole('combobox', { name: 'Que faire de « Langue »' }).click()
    await page.getByRole('option', { name: 'Remplacer' }).click()
    await page.getByRole('combobox', { name: 'Valeur de « Langue »' }).click()
    await page.getByRole('option', { name: 'Anglais' }).click()
    await way.cut()
    await page.getByRole('button', { name: 'Vérifier →' }).click()
    await page.getByRole('alert').filter({ hasText: 'La base de données ne répond pas' }).first().waitFor()
    await way.mend()
    await page.getByText('Le serveur ne répond pas. Nouvel essai automatique…').waitFor({ state: 'detached' })
    expect((await setsOf(page)).filter(({ origin }) => origin === 'bulkEdit')).toEqual([])
    await page.getByRole('button', { name: 'Vérifier →' }).click()
    await page.getByRole('button', { name: /^Appliquer à/ }).click()
    await page.getByText(/clients modifiés/).waitFor()
    expect((await setsOf(page)).filter(({ origin }) => origin === 'bulkEdit')).toHaveLength(1)
  })
})

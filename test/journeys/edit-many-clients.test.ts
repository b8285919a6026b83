import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fraction, openList, PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const GERMAN = { field: 'identity.language', op: 'in' as const, value: ['de'] }
const FRENCH = { field: 'identity.language', op: 'in' as const, value: ['fr'] }
const ACTIVE = { field: 'status.active', op: 'isTrue' as const }

describe('Changing many clients at once', () => {
  const demo = runDemo(120)

  const choose = async (page: Page, box: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: box }).click()
    await page.getByRole('option', { name: option }).click()
  }
  const selectAllOf = async (page: Page, ...conditions: object[]) => {
    await openList(page, demo().address, { all: conditions as never })
    const matched = Number((await fraction(page).textContent())?.split(' / ')[0])
    await page.getByRole('button', { name: 'Tout sélectionner' }).click()
    return matched
  }

  test('filter, select all, change the language, check, apply, and undo', async () => {
    const page = await demo().visit('admin')
    const matched = await selectAllOf(page, FRENCH, ACTIVE)
    expect(matched).toBeGreaterThan(20)
    await page.getByRole('button', { name: 'Editer' }).click()
    const dialog = page.getByRole('dialog', { name: new RegExp(`^Editer ${matched} clients`) })
    await dialog.getByText(`${matched} fr`, { exact: true }).waitFor()
    await choose(page, 'Que faire de « Langue »', 'Remplacer')
    await choose(page, 'Valeur de « Langue »', /Allemand/)
    await dialog.getByText('1 modification. Les champs non touchés gardent leur valeur.').waitFor()
    await dialog.getByRole('button', { name: 'Vérifier →' }).click()
    await dialog.getByRole('button', { name: `Appliquer à ${matched} clients` }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(`${matched} clients modifiés`).waitFor()

    await openList(page, demo().address, { all: [GERMAN, ACTIVE] })
    await expect
      .poll(async () => Number((await fraction(page).textContent())?.split(' / ')[0]), PATIENT)
      .toBeGreaterThanOrEqual(matched)
    const history = await page.request.get(`${demo().address}/api/change-sets`)
    const [latest] = (await history.json()).changeSets
    expect(latest).toMatchObject({ origin: 'bulkEdit', counts: { change: matched } })
    await page.request.post(`${demo().address}/api/change-sets/${latest.id}/undo`, { data: {} })
    await openList(page, demo().address, { all: [FRENCH, ACTIVE] })
    await expect.poll(() => fraction(page).textContent(), PATIENT).toMatch(new RegExp(`^${matched} / `))
  })

  test('undo from the notice', async () => {
    const page = await demo().visit('admin')
    const matched = await selectAllOf(page, FRENCH, ACTIVE)
    await page.getByRole('button', { name: 'Editer' }).click()
    await choose(page, 'Que faire de « Niveau de risque »', 'Remplacer')
    await choose(page, 'Valeur de « Niveau de risque »', 'Élevé')
    await page.getByRole('button', { name: 'Vérifier →' }).click()
    await page.getByRole('button', { name: /^Appliquer à/ }).click()
    await page.getByText(/clients modifiés/).waitFor()
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await page.getByText(/^Annulé/).waitFor()
    expect(matched).toBeGreaterThan(0)
  })

  test('labels are put on all, taken off those that have them, or left alone', async () => {
    const page = await demo().visit('admin')
    await openList(page, demo().address, { field: 'identity.labels', op: 'notEmpty' })
    await page.getByRole('button', { name: 'Tout sélectionner' }).click()
    const selected = Number((await fraction(page).textContent())?.split(' / ')[0])
    await page.getByRole('button', { name: 'Editer' }).click()
    const label = page.getByRole('checkbox', { name: /inchangé$/ }).first()
    const name = String(await label.getAttribute('aria-label')).split(',')[0]
    const marked = page.getByRole('checkbox', { name: new RegExp(`^${name},`) })
    await marked.click()
    expect(await marked.getAttribute('aria-label')).toBe(`${name}, sera sur les ${selected}`)
    await marked.press('Space')
    expect(await marked.getAttribute('aria-label')).toMatch(/sera retiré de \d+$/)
    await marked.press('Space')
    expect(await marked.getAttribute('aria-checked')).toBe('mixed')
    await page.getByRole('textbox', { name: 'Rechercher un label…' }).fill('Peppol prêt')
    await page.getByRole('button', { name: 'Créer le label « Peppol prêt »' }).click()
    await page.getByRole('checkbox', { name: `Peppol prêt, sera sur les ${selected}` }).waitFor()
    await page.getByRole('button', { name: 'Vérifier →' }).click()
    await page.getByRole('button', { name: new RegExp(`^Appliquer à ${selected} client`) }).click()
    await page.getByText(/clients? modifiés?/).waitFor()
  })

  test('a collaborator sees what is refused, and why, before anything is done', async () => {
    const page = await demo().visit('collab')
    await selectAllOf(page, ACTIVE)
    await page.getByRole('button', { name: 'Editer' }).click()
    const dialog = page.getByRole('dialog')
    expect(await page.getByRole('combobox', { name: 'Que faire de « Forfait »' }).isDisabled()).toBe(true)
    await dialog.getByText('Réservé aux managers et aux administrateurs.').first().waitFor()
    await choose(page, 'Que faire de « Niveau de risque »', 'Vider')
    await dialog.getByRole('button', { name: 'Vérifier →' }).click()
    await dialog.getByText(/refusés$/).click()
    await dialog
      .getByText(/portefeuille/)
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: '← Retour' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Abandonner' }).click()
    await dialog.first().waitFor({ state: 'detached' })
  })

  test('a value that is missing is asked for, and nothing is lost by it', async () => {
    const page = await demo().visit('manager')
    await selectAllOf(page, ACTIVE)
    await page.getByRole('button', { name: 'Editer' }).click()
    await choose(page, 'Que faire de « Prochaine révision »', 'Avancer de')
    await page.getByRole('button', { name: 'Vérifier →' }).click()
    await page.getByText('Choisissez une valeur.').waitFor()
    await choose(page, 'Unité, pour « Prochaine révision »', 'ans')
    await page.getByRole('textbox', { name: 'Combien, pour « Prochaine révision »' }).fill('6')
    // Twice, as people do: what then stands at that place is not pressed.
    await page.getByRole('button', { name: 'Vérifier →' }).dblclick()
    const apply = page.getByRole('button', { name: /^Appliquer à/ })
    await expect.poll(() => apply.evaluate(button => button === document.activeElement), PATIENT).toBe(true)
    const sets = await (
      await page.request.get(`${demo().address}/api/change-sets?field=aml.nextReview`)
    ).json()
    expect(sets.changeSets).toEqual([])
  })

  test('without a selection, or without the right, the buttons say why they do nothing', async () => {
    const page = await demo().visit('lecture')
    await page.getByRole('button', { name: 'Editer' }).hover()
    await page.getByRole('tooltip', { name: /^Lecture seule/ }).waitFor()
    await page.getByRole('button', { name: 'Supprimer' }).hover()
    await page.getByRole('tooltip', { name: /^Réservé aux managers/ }).waitFor()
    await page.getByRole('button', { name: 'Editer' }).click({ force: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('clients go to the bin, and come back by undoing', async () => {
    const page = await demo().visit('manager')
    const before = await selectAllOf(page, { field: 'identity.language', op: 'in', value: ['en'] })
    expect(before).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText(/Ils vont à la corbeille/).waitFor()
    await page.getByRole('button', { name: /à la corbeille$/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => fraction(page).textContent(), PATIENT).toMatch(/^0 \//)
    await page.getByText(/clients? (est|sont) dans la corbeille\./).waitFor()
    await page.keyboard.press('Control+z')
    const question = page.getByRole('button', { name: 'Annuler la modification' })
    if (before > 1) await question.click()
    await expect.poll(() => fraction(page).textContent(), PATIENT).toMatch(new RegExp(`^${before} /`))
    await page.locator('.ag-row[row-index="0"]').first().waitFor()
  })
})

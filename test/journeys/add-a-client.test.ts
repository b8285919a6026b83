import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fraction, PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const NUMBER = '0403.170.701'

describe('Adding a client', () => {
  const demo = runDemo(80)

  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Ajouter un client' }).click()
    return page.getByRole('dialog', { name: 'Ajouter un client' })
  }
  const pick = async (page: Page, box: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: box, exact: true }).click()
    await page.getByRole('option', { name: option }).first().click()
  }
  const total = async (page: Page) => Number((await fraction(page).textContent())?.split(' / ')[1])

  test('by its number, shows it selected in the list, and takes it back from the notice', async () => {
    const page = await demo().visit('admin')
    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    const before = await total(page)
    const dialog = await open(page)
    await dialog.getByLabel('N° d’entreprise').fill(NUMBER)
    expect(await dialog.getByLabel('N° TVA').inputValue()).toBe(`BE ${NUMBER}`)
    await dialog.getByLabel('Nom *').fill('Zythos Vandenbroeck & Fils')
    await pick(page, 'Forme juridique', 'SRL')
    await pick(page, 'Portefeuille', 'Gent')
    await dialog.getByRole('button', { name: /^Signalétique/ }).click()
    await dialog.getByLabel('Code postal').fill('5000')
    expect(await dialog.getByLabel('Localité').inputValue()).toBe('Namur')
    await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Client ajouté : Zythos Vandenbroeck & Fils').waitFor()
    await page.getByText('1 sélectionné').waitFor()
    await page.getByRole('gridcell', { name: /^Zythos Vandenbroeck & Fils/ }).waitFor()
    expect(await total(page)).toBe(before + 1)
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect.poll(() => total(page), PATIENT).toBe(before)
  })

  test('says who has a number already, leads there, and keeps all that was typed', async () => {
    const page = await demo().visit('admin')
    const list = await page.request.post(`${demo().address}/api/clients/query`, {
      data: {
        filter: { field: 'identity.enterpriseNumber', op: 'notEmpty' },
        first: 1,
        fields: ['identity.name', 'identity.enterpriseNumber'],
      },
    })
    const { values } = (await list.json()).rows[0]
    const dialog = await open(page)
    await dialog.getByLabel('N° d’entreprise').fill(values['identity.enterpriseNumber'])
    await dialog.getByLabel('Nom *').fill('Le même')
    await pick(page, 'Portefeuille', 'Gent')
    await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await dialog.getByRole('alert').waitFor()
    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      dialog.getByRole('link', { name: values['identity.name'] }).first().click(),
    ])
    await fraction(beside).filter({ hasText: /^1 \// }).waitFor()
    await beside.close()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Continuer la saisie' }).click()
    expect(await dialog.getByLabel('Nom *').inputValue()).toBe('Le même')
  })

  test('keeps a number with wrong check digits when that is ticked, and says what is missing', async () => {
    const page = await demo().visit('admin')
    const dialog = await open(page)
    await dialog.getByLabel('N° d’entreprise').fill('0403.170.702')
    await dialog.getByText('Les chiffres de contrôle ne correspondent pas.').waitFor()
    await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await dialog.getByText('Cette donnée ne peut pas rester vide.').first().waitFor()
    await dialog.getByLabel(/^Garder ce numéro/).check()
    await dialog.getByLabel('Nom *').fill('Chiffres douteux')
    await pick(page, 'Portefeuille', 'Gent')
    await dialog.getByRole('button', { name: 'Ajouter et en saisir un autre' }).click()
    await page.getByText('Client ajouté : Chiffres douteux').waitFor()
    expect(await dialog.getByLabel('Nom *').inputValue()).toBe('')
    expect(await page.getByRole('combobox', { name: 'Portefeuille', exact: true }).inputValue()).toBe('Gent')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const button = page.getByRole('button', { name: 'Ajouter un client' })
    await expect.poll(() => button.evaluate(one => one === document.activeElement), PATIENT).toBe(true)
    await page.keyboard.press('Control+z')
    await page.getByText('Ajout annulé : le client est dans la corbeille.').waitFor()
    await page.getByRole('gridcell', { name: /^Chiffres douteux/ }).waitFor({ state: 'detached' })
  })

  test('that the filter hides is told, and shown on demand', async () => {
    const page = await demo().visit('admin')
    await page.getByRole('button', { name: /^Anciens clients/ }).click()
    const dialog = await open(page)
    await dialog.getByText('Particulier', { exact: true }).click()
    await dialog.getByLabel('Nom *').fill('Masquée Marie')
    await pick(page, 'Portefeuille', 'Gent')
    await dialog.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByText(/^« Masquée Marie » est ajouté, mais/).waitFor()
    await page.getByRole('button', { name: 'Afficher', exact: true }).click()
    await page.getByRole('gridcell', { name: /^Masquée Marie/ }).waitFor()
  })

  test('is for those who may change a portfolio, and billing for those who lead', async () => {
    const reader = await demo().visit('lecture')
    await reader.getByRole('button', { name: 'Ajouter un client' }).hover()
    await reader.getByRole('tooltip', { name: /^Lecture seule/ }).waitFor()
    const collab = await demo().visit('collab')
    const dialog = await open(collab)
    await dialog.getByRole('button', { name: /^Facturation.*Réservé aux managers/ }).waitFor()
  })
})

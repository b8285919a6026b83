import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { conditionsOn, fraction, openList, PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const PAYROLL = 'Secrétariat social'
/** Columns that are out of sight are no part of the page. */
const WIDE = { viewport: { width: 2600, height: 900 } }

describe('An administrator who adds fields to her clients', () => {
  const demo = runDemo(60)

  test('makes a category of three fields, imports values, filters, changes many at once, and undoes', async () => {
    const page = await demo().visit('admin', WIDE)
    await page.getByRole('link', { name: 'Champs personnalisés' }).click()
    await page.getByText('Aucune catégorie pour le moment.').waitFor()
    await page.getByRole('button', { name: 'Ajouter une catégorie' }).click()
    await nameIt(page, PAYROLL)
    expect(await page.getByRole('radio', { name: 'OUI' }).isChecked()).toBe(true)
    await choose(page, 'Pour quels types de clients', 'Personne morale')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByRole('region', { name: PAYROLL }).waitFor()
    await addField(page, 'Travailleurs', 'Nombre')
    await addField(page, 'Remarques sur la paie', 'Texte long')
    await addField(page, 'Caisse', 'Choix', ['Acerta', 'Partena', 'Liantis'])

    await page.getByRole('link', { name: 'Clients', exact: true }).click()
    await page.getByRole('columnheader', { name: PAYROLL }).waitFor()
    await importFile(
      page,
      [
        'Nom;Type;Portefeuille;Travailleurs;Remarques sur la paie;Caisse',
        'Ateliers du Nord;Personne morale;Namur;12,5;Prime en juin;Acerta',
        'Ateliers du Sud;Personne morale;Namur;3;;Partena',
        'Ateliers de l’Est;Personne morale;Namur;;;',
      ].join('\n'),
    )
    await page.getByRole('button', { name: 'Importer 3 clients' }).click()
    await page.getByRole('button', { name: 'Voir les clients' }).click()

    const { workers, fund } = await fieldsOf(page)
    await openList(page, demo().address, { field: workers, op: 'gte', value: 3 })
    await expect.poll(() => fraction(page).textContent(), PATIENT).toBe('2 / 63')
    expect(await conditionsOn(page)).toEqual(['Travailleurs ≥ 3'])
    expect(await cellsOf(page, workers)).toEqual(['12,5', '3'])

    await page.getByRole('button', { name: 'Tout sélectionner' }).click()
    await page.getByRole('button', { name: 'Editer' }).click()
    await page.getByRole('dialog').getByRole('button', { name: PAYROLL, exact: true }).click()
    await choose(page, 'Que faire de « Caisse »', 'Remplacer')
    await choose(page, 'Valeur de « Caisse »', 'Liantis')
    await page.getByRole('button', { name: 'Vérifier →' }).click()
    await page.getByRole('button', { name: 'Appliquer à 2 clients' }).click()
    await page.getByText('2 clients modifiés').waitFor()
    await expect.poll(() => cellsOf(page, fund), PATIENT).toEqual(['Liantis', 'Liantis'])
    await page.getByRole('button', { name: 'Annuler', exact: true }).click()
    await page.getByText(/^Annulé/).waitFor()
    await expect.poll(() => cellsOf(page, fund), PATIENT).toEqual(['Acerta', 'Partena'])
  })

  test('types several lines into a long text, and is told what is no number', async () => {
    const page = await demo().visit('admin', WIDE)
    const { workers, remarks } = await fieldsOf(page)
    await openList(page, demo().address, { field: workers, op: 'gte', value: 3 })
    await cell(page, remarks).click()
    const box = page.getByRole('textbox', { name: 'Remarques sur la paie', exact: true })
    await box.fill('Prime en juin')
    await box.press('Alt+Enter')
    await box.pressSequentially('et en décembre')
    await box.press('Enter')
    await expect.poll(() => cell(page, remarks).textContent(), PATIENT).toContain('et en décembre')
    const { rows } = await ask(page, '/api/clients/query', {
      filter: { field: remarks, op: 'contains', value: 'décembre' },
      first: 1,
      fields: [remarks],
    })
    expect(rows[0].values[remarks]).toBe('Prime en juin\net en décembre')

    await cell(page, workers).click()
    const number = page.getByRole('textbox', { name: 'Travailleurs', exact: true })
    await number.fill('beaucoup')
    await number.press('Enter')
    await page.getByText('Ce n’est pas un nombre. Exemple : 1 250,5.').waitFor()
    await number.press('Escape')
  })

  test('makes choices of a text, sees what is lost, and takes back a field that was deleted', async () => {
    const page = await demo().visit('admin', WIDE)
    await page.getByRole('link', { name: 'Champs personnalisés' }).click()
    await actionOf(page, 'Remarques sur la paie', 'Changer de type…')
    await choose(page, 'Nouveau type', 'Nombre')
    await page.getByText('1 valeur ne peut pas être reprise').waitFor()
    await page.getByText(/« Prime en juin\s*et en décembre » – 1 client/).waitFor()
    await choose(page, 'Nouveau type', 'Choix')
    await page.getByText('1 nouveau choix : Prime en juin et en décembre').waitFor()
    await page.getByRole('button', { name: 'Changer de type', exact: true }).click()
    await page.getByText('« Remarques sur la paie » est maintenant de type Choix.').waitFor()

    await actionOf(page, 'Caisse', 'Supprimer…')
    await page.getByText('2 valeurs disparaissent.').waitFor()
    await page.getByRole('button', { name: 'Supprimer le champ' }).click()
    await page.getByText('Le champ « Caisse » est supprimé.').waitFor()
    await page.getByRole('row', { name: /^Caisse/ }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Annuler ce changement' }).last().click()
    await page.getByText('C’est annulé.').waitFor()
    await page.getByRole('row', { name: /^Caisse/ }).waitFor()
    const { fund } = await fieldsOf(page)
    const { matched } = await ask(page, '/api/clients/query', { filter: { field: fund, op: 'notEmpty' } })
    expect(matched).toBe(2)
  })

  test('hides a category from the list with its gear, and its fields stay in the funnel', async () => {
    const page = await demo().visit('admin', WIDE)
    await page.getByRole('link', { name: 'Champs personnalisés' }).click()
    await page.getByRole('button', { name: `Réglages de ${PAYROLL}` }).click()
    await page.getByText('NON', { exact: true }).click()
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Pas dans la liste').waitFor()
    await page.getByRole('link', { name: 'Clients', exact: true }).click()
    await page.getByRole('columnheader', { name: 'Nom' }).first().waitFor()
    await page.getByRole('columnheader', { name: PAYROLL }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await page
      .getByRole('heading', { name: 'Colonnes' })
      .or(page.getByText('Signalétique').last())
      .first()
      .waitFor()
    expect(await page.getByText('Travailleurs').count()).toBe(0)
    await page.keyboard.press('Escape')
    const { workers } = await fieldsOf(page)
    await openList(page, demo().address, { field: workers, op: 'notEmpty' })
    await expect.poll(() => conditionsOn(page), PATIENT).toEqual(['Travailleurs ≠ vide'])
  })

  test('is for administrators', async () => {
    const page = await demo().visit('manager')
    expect(await page.getByRole('link', { name: 'Champs personnalisés' }).count()).toBe(0)
    await page.goto(`${demo().address}/clients/champs-personnalises`)
    await page.getByText('Seuls les administrateurs voient les paramètres de la fiduciaire.').waitFor()
  })

  const ask = async (page: Page, path: string, data: object) =>
    (await page.request.post(`${demo().address}${path}`, { data })).json()

  const fieldsOf = async (page: Page): Promise<Record<'workers' | 'remarks' | 'fund', string>> => {
    const { fields } = await (await page.request.get(`${demo().address}/api/fields`)).json()
    const idOf = (label: string) => fields.find((field: { label: string }) => field.label === label)?.id
    return {
      workers: idOf('Travailleurs'),
      remarks: idOf('Remarques sur la paie'),
      fund: idOf('Caisse'),
    }
  }
})

const nameIt = (page: Page, name: string) => page.getByRole('textbox', { name: 'Nom' }).fill(name)

async function choose(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: box, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function addField(
  page: Page,
  name: string,
  kind: string,
  options: readonly string[] = [],
): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un champ' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ajouter un champ' })
  await nameIt(page, name)
  await choose(page, 'Type', kind)
  for (const option of options) {
    await dialog.getByRole('textbox', { name: 'Nouveau choix' }).fill(option)
    await page.keyboard.press('Enter')
  }
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).last().click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: new RegExp(`^${name}`) }).waitFor()
}

async function importFile(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: /^Importer/ }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Vérifier' }).click()
}

async function actionOf(page: Page, field: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions pour ${field}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const cell = (page: Page, field: string) => page.locator(`.ag-row[row-index="0"] .ag-cell[col-id="${field}"]`)

const cellsOf = (page: Page, field: string) =>
  page.locator(`.ag-row .ag-cell[col-id="${field}"]`).allTextContents()

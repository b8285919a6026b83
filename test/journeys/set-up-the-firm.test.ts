import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fraction } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const PASSWORD = 'un mot de passe bien long'

describe('An administrator', () => {
  const demo = runDemo(120)

  const settings = async (part: string): Promise<Page> => {
    const page = await demo().visit('admin')
    await page.getByRole('link', { name: 'Paramètres' }).click()
    await page.getByRole('link', { name: part, exact: true }).click()
    await page.getByRole('heading', { name: part, level: 2 }).waitFor()
    return page
  }

  test('renames the firm, and sees it everywhere', async () => {
    const page = await settings('Fiduciaire')
    const name = page.getByLabel('Nom', { exact: false }).first()
    await name.fill('Fiduciaire Lambermont')
    await page.getByLabel('Numéro d’entreprise').fill('0403.170.702')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText(/n’est pas un numéro d’entreprise/).waitFor()
    expect(await name.inputValue()).toBe('Fiduciaire Lambermont')
    await page.getByLabel('Numéro d’entreprise').fill('0403170701')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page
      .getByRole('navigation', { name: 'Navigation principale' })
      .getByText('Fiduciaire Lambermont')
      .waitFor()
    await expect.poll(() => page.getByLabel('Numéro d’entreprise').inputValue()).toBe('0403.170.701')
  })

  test('invites a colleague, who chooses a password and sees the portfolio that was granted', async () => {
    const page = await settings('Collaborateurs')
    await page.getByRole('button', { name: 'Inviter un collaborateur' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^Nom/ }).fill('Nora Claes')
    await dialog.getByRole('textbox', { name: /^Adresse e-mail/ }).fill('nora@demo.test')
    const [first] = await dialog.getByRole('combobox', { name: /^Droit dans/ }).all()
    await first?.selectOption({ label: 'Modifie' })
    await dialog.getByRole('button', { name: 'Créer le lien d’invitation' }).click()
    const link = await dialog.getByLabel('Lien d’invitation').inputValue()
    await dialog.getByRole('button', { name: 'Fermer' }).last().click()
    await page
      .getByRole('row', { name: /Nora Claes/ })
      .getByText('Invité', { exact: true })
      .waitFor()

    const nora = await demo().visitUnknown()
    await nora.goto(link)
    await nora.getByLabel('Choisissez un mot de passe').fill(PASSWORD)
    await nora.getByLabel('Répétez le mot de passe').fill('autre chose')
    await nora.getByRole('button', { name: 'Commencer à travailler' }).click()
    await nora.getByText('Ce n’est pas le même mot de passe.').waitFor()
    await nora.getByLabel('Répétez le mot de passe').fill(PASSWORD)
    await nora.getByRole('button', { name: 'Commencer à travailler' }).click()
    await fraction(nora).filter({ hasText: '/' }).waitFor()
    expect(await nora.getByRole('link', { name: 'Paramètres' }).count()).toBe(0)
    // Of one portfolio there is no strip, and its clients are there.
    expect(await nora.getByRole('navigation', { name: 'Portefeuilles' }).count()).toBe(0)
    expect(await fraction(nora).textContent()).not.toMatch(/\/ 0$/)

    await nora.goto(`${demo().address}/parametres/labels`)
    await nora.getByText('Seuls les administrateurs voient les paramètres').waitFor()
    await nora.goto(link)
    await nora.getByText(/déjà été utilisée/).waitFor()
  })

  test('cannot give up the role as the last one who has it', async () => {
    const page = await settings('Collaborateurs')
    const role = page.getByRole('row', { name: /admin@demo\.test/ }).getByRole('combobox')
    await role.click()
    await page.getByRole('option', { name: 'Manager' }).click()
    await page.getByText(/garde au moins un administrateur actif/).waitFor()
    await expect.poll(() => role.inputValue()).toBe('Administrateur')
  })

  test('says who may do what by the keyboard alone', async () => {
    const page = await settings('Portefeuilles')
    const grid = page.getByRole('grid', { name: 'Qui peut quoi' })
    const row = grid.getByRole('row', { name: /^lecture|Lecture/i }).first()
    await row.getByRole('gridcell').first().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => row.getByRole('gridcell').last().textContent()).toBe('Modifie')
  })

  test('leaves labels to managers too, out of a bulk edit, and nothing else', async () => {
    const page = await demo().visit('manager')
    await page.getByRole('button', { name: 'Tout sélectionner' }).click()
    await page.getByRole('button', { name: 'Editer', exact: true }).click()
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: /^Renommer, fusionner ou supprimer des labels/ }).click()
    const labels = await opened
    await labels.getByRole('heading', { name: 'Labels' }).waitFor()
    expect(
      await labels.getByRole('navigation', { name: 'Parties des paramètres' }).getByRole('link').count(),
    ).toBe(1)
    await labels.goto(`${demo().address}/parametres/collaborateurs`)
    await labels.getByText('Seuls les administrateurs voient les paramètres').waitFor()
  })

  test('merges two labels and takes it back', async () => {
    const page = await settings('Labels')
    const count = async (name: string) =>
      Number(
        await page
          .getByRole('row', { name: new RegExp(name) })
          .getByRole('cell')
          .first()
          .textContent(),
      )
    const before = await count('Horeca')
    await page.getByRole('button', { name: 'Actions pour Horeca' }).click()
    await page.getByRole('menuitem', { name: 'Fusionner…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /Fusionner avec/ }).click()
    await page.getByRole('option', { name: 'Construction' }).click()
    await dialog.getByRole('button', { name: 'Fusionner' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('row', { name: /Horeca/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Annuler ce changement' }).click()
    await page.getByRole('row', { name: /Horeca/ }).waitFor()
    expect(await count('Horeca')).toBe(before)
  })
})

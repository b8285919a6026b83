import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { runDemo } from '#test/factories/running-demo.ts'

describe('Someone who works with the keyboard or a screen reader', () => {
  const demo = runDemo(150)

  test('finds every part of the sign-in page named and readable', async () => {
    const page = await demo().visitUnknown()
    await page.goto(demo().address)
    await page.getByLabel('Mot de passe').waitFor()
    expect(await problemsOf(page)).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'finds every part of the list named and readable, in %s',
    async colorScheme => {
      const page = await demo().visit('admin', { colorScheme })
      expect(await problemsOf(page)).toEqual([])
      for (const panel of [/^Entonnoir/, /^Colonnes/, /^Trier et filtrer : Client depuis/]) {
        await page.getByRole('button', { name: panel }).click()
        await page.getByRole('dialog').waitFor()
        expect([panel, await problemsOf(page)]).toEqual([panel, []])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'hidden' })
      }
    },
    // axe takes its time over a page of this size.
    300_000,
  )

  test.each(['light', 'dark'] as const)(
    'finds every part of the settings named and readable, in %s',
    async colorScheme => {
      const page = await demo().visit('admin', { colorScheme })
      for (const part of ['fiduciaire', 'collaborateurs', 'portefeuilles', 'roles', 'labels', 'loupe']) {
        await page.goto(`${demo().address}/parametres/${part}`)
        await page.locator('table, form').first().waitFor()
        expect([part, await problemsOf(page)]).toEqual([part, []])
      }
      await page
        .getByRole('button', { name: /^Actions pour/ })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Modifier…' }).click()
      await page.getByRole('dialog').getByRole('textbox').first().waitFor()
      expect(await problemsOf(page)).toEqual([])
    },
    300_000,
  )

  test.each(['light', 'dark'] as const)(
    'finds every part of the custom fields named and readable, in %s',
    async colorScheme => {
      const page = await demo().visit('admin', { colorScheme })
      const post = (path: string, data: object) => page.request.post(`${demo().address}${path}`, { data })
      const name = { fr: `Catégorie ${colorScheme}` }
      const category = await (await post('/api/custom-field-categories', { name })).json()
      const options = [{ fr: 'Rouge' }, { fr: 'Vert' }]
      await post('/api/custom-fields', { categoryId: category.id, name, kind: 'choice', options })
      await page.goto(`${demo().address}/clients/champs-personnalises`)
      const region = page.getByRole('region', { name: name.fr })
      await region.getByRole('row').nth(1).waitFor()
      expect(['page', await problemsOf(page)]).toEqual(['page', []])
      const closeDialog = async (part: string) => {
        await page.getByRole('dialog').waitFor()
        expect([part, await problemsOf(page)]).toEqual([part, []])
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }
      await page.getByRole('button', { name: `Réglages de ${name.fr}` }).click()
      await page.getByRole('button', { name: 'Dans les autres langues' }).click()
      await closeDialog('category')
      for (const action of ['Modifier…', 'Changer de type…', 'Supprimer…']) {
        await region
          .getByRole('row')
          .nth(1)
          .getByRole('button', { name: /^Actions pour/ })
          .click()
        await page.getByRole('menuitem', { name: action }).click()
        await closeDialog(action)
      }
    },
    120_000,
  )

  test.each([
    ['light', 'Anglais'],
    ['dark', 'Allemand'],
  ] as const)(
    'finds every part of changing clients named and readable, in %s',
    async (colorScheme, language) => {
      const page = await demo().visit('admin', { colorScheme })
      const expectNoProblems = async (part: string) =>
        expect([part, await problemsOf(page)]).toEqual([part, []])
      await page.getByRole('button', { name: /^Ajouter/ }).click()
      await page.getByRole('dialog').getByRole('textbox').first().waitFor()
      await expectNoProblems('add')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })

      await page.locator('[role="gridcell"][col-id="identity.name"]').first().click()
      await page.keyboard.press('Space')
      await page.getByRole('button', { name: 'Supprimer' }).click()
      await page.getByRole('button', { name: /à la corbeille$/ }).waitFor()
      await expectNoProblems('delete')
      await page.getByRole('button', { name: /à la corbeille$/ }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.goto(`${demo().address}/corbeille`)
      await page.getByRole('row').nth(1).waitFor()
      await expectNoProblems('bin')

      await page.goto(`${demo().address}/clients`)
      await page.getByRole('button', { name: 'Tout sélectionner' }).click()
      await page.getByRole('button', { name: 'Editer' }).click()
      await page.getByRole('combobox', { name: 'Que faire de « Langue »' }).click()
      await page.getByRole('option', { name: 'Remplacer' }).click()
      await page.getByRole('combobox', { name: 'Valeur de « Langue »' }).click()
      await page.getByRole('option', { name: language }).click()
      await expectNoProblems('bulk edit')
      await page.getByRole('button', { name: 'Vérifier →' }).click()
      const apply = page.getByRole('button', { name: /^Appliquer à/ })
      await apply.waitFor()
      await expectNoProblems('check')
      await apply.click()
      await page.getByText(/clients modifiés/).waitFor()

      await page.goto(`${demo().address}/historique`)
      await page
        .getByRole('button', { name: /^Langue/ })
        .first()
        .click()
      await page.getByRole('region', { name: 'Valeurs, avant et après' }).waitFor()
      await expectNoProblems('history')
    },
    300_000,
  )

  test('moves through the grid, selects and sorts without a mouse', async () => {
    const page = await demo().visit('admin')
    const grid = page.getByRole('grid')
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100)
    await page.locator('[role="gridcell"][col-id="identity.name"]').first().click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.getByText(/1 sélectionné$/).waitFor()
    await page.keyboard.press('Control+End')
    await expect.poll(() => focusedRow(page)).toBeGreaterThan(100)
    await page.keyboard.press('Control+Home')
    await expect.poll(() => focusedRow(page)).toBeLessThan(5)
  })
})

/** What axe finds wrong by WCAG 2.1 A and AA, as rule and place. */
async function problemsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`))
}

/** The row that has the focus, counted from 1 with the header rows. */
const focusedRow = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex')))

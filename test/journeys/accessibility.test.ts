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

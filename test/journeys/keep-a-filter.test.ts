import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import { conditionsOn, fraction, openList, PATIENT, saveFilter } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const ACTIVE: Filter = { field: 'status.active', op: 'isTrue' }
const QUARTERLY: Filter = { field: 'status.vatStatus', op: 'in', value: ['quarterly'] }
const named = (part: string): Filter => ({ field: 'identity.name', op: 'contains', value: part })

describe('A firm that keeps its filters', () => {
  const demo = runDemo(60)

  const openWith = (page: Page, ...all: Filter[]) => openList(page, demo().address, { all })

  test('is offered « + » only for conditions that no chip stands for yet, in whatever order', async () => {
    const page = await demo().visit('admin')
    await openWith(page, named('a'), ACTIVE)
    await plus(page).waitFor()
    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    await plus(page).waitFor({ state: 'detached' })
    await openWith(page, QUARTERLY, ACTIVE)
    // A colleague shares it, with the conditions the other way round.
    await expectOn(page, 'Déposants trimestriels')
    expect(await plus(page).count()).toBe(0)
    await page.getByRole('button', { name: /^Retirer la condition « Statut TVA/ }).click()
    await plus(page).waitFor()
  })

  test('opens the menu of a chip by the right button, Shift+F10, its ⋯ and a long press', async () => {
    const page = await demo().visit('admin')
    const name = chip(page, 'CI à renouveler')
    const [dots, menu] = [dotsOf(page, 'CI à renouveler'), page.getByRole('menu')]
    const ways = [
      { button: name, open: () => name.click({ button: 'right' }) },
      { button: name, open: () => name.press('Shift+F10') },
      { button: name, open: () => name.click({ delay: 700 }) },
      { button: dots, open: () => dots.click() },
    ]
    for (const { button, open } of ways) {
      await open()
      await menu.waitFor()
      expect(await entriesOf(page)).toEqual(['Modifier', 'Ne plus partager', 'Supprimer'])
      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'detached' })
      expect(await button.evaluate(one => one === document.activeElement)).toBe(true)
    }
    expect(await name.getAttribute('aria-pressed')).toBe('false')
    // However quickly Escape follows, before the menu has the focus even.
    await name.evaluate(one => {
      one.focus()
      one.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))
    })
    await menu.waitFor()
    await name.evaluate(one =>
      one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    )
    await menu.waitFor({ state: 'detached' })
    await dots.click()
    await menu.waitFor()
    await dots.click()
    await menu.waitFor({ state: 'detached' })
  })

  test('opens it with a finger that rests for half a second, while a tap chooses the filter', async () => {
    const page = await demo().visit('admin', { hasTouch: true, isMobile: true })
    // Android asks for the context menu as well: before or after half a second, or not at all.
    for (const asksAfter of [200, 700, undefined]) {
      await touch(page, 'CI à renouveler', 900, asksAfter)
      await page.getByRole('menu').waitFor()
      await page.waitForTimeout(300)
      expect([asksAfter, await page.getByRole('menu').count()]).toEqual([asksAfter, 1])
      await page.keyboard.press('Escape')
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
    expect(await chip(page, 'CI à renouveler').getAttribute('aria-pressed')).toBe('false')
    await touch(page, 'CI à renouveler', 100)
    await expectOn(page, 'CI à renouveler')
    expect(await page.getByRole('menu').count()).toBe(0)
  })

  test('sees that the conditions of a chip were changed, and updates it or saves another one', async () => {
    const page = await demo().visit('admin')
    await openWith(page, named('e'), ACTIVE)
    await plus(page).click()
    await saveFilter(page, 'Avec un e')
    await expectOn(page, 'Avec un e')
    await page.getByRole('button', { name: /^Retirer la condition « Actif/ }).click()
    await chip(page, 'Avec un e').getByRole('img', { name: 'modifié' }).waitFor()
    await page.getByRole('button', { name: 'Mettre à jour le filtre' }).click()
    await page.getByText('Le filtre « Avec un e » est à jour.').waitFor()
    await page.getByRole('button', { name: 'Mettre à jour le filtre' }).waitFor({ state: 'detached' })

    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    await page.reload()
    await chip(page, 'Avec un e').click()
    await expectConditions(page, ['Nom contient « e »'])
    await page.getByRole('button', { name: /^Retirer la condition « Nom/ }).click()
    await page.getByRole('button', { name: 'Enregistrer sous…' }).click()
    await saveFilter(page, 'Tout le monde')
    await expectOn(page, 'Tout le monde')
    await chip(page, 'Avec un e').click()
    await expectConditions(page, ['Nom contient « e »'])
  })

  test('remembers columns and sort with a filter, and updates them by its menu', async () => {
    const page = await demo().visit('lecture')
    await openWith(page, named('a'), ACTIVE)
    await plus(page).click()
    await page.getByRole('checkbox', { name: 'Mémoriser aussi les colonnes et le tri' }).check()
    await saveFilter(page, 'De Z à A')
    await header(page, 'identity.name').click()
    await page.getByRole('button', { name: /^Retirer la condition « Actif/ }).click()
    await dotsOf(page, 'De Z à A').click()
    await page.getByRole('menuitem', { name: 'Mettre à jour le filtre' }).click()
    await page.getByText('Le filtre « De Z à A » est à jour.').waitFor()
    await page.getByRole('button', { name: /^Tout afficher/ }).click()
    await header(page, 'status.clientSince').click()
    await expectSort(page, 'identity.name', 'none')
    await chip(page, 'De Z à A').click()
    await expectSort(page, 'identity.name', 'descending')
  })

  test('renames a filter, but not to a name that the user already has', async () => {
    const page = await demo().visit('manager')
    await openWith(page, named('i'))
    await plus(page).click()
    await saveFilter(page, 'Avec un i')
    await dotsOf(page, 'Avec un i').click()
    await page.getByRole('menuitem', { name: 'Modifier' }).click()
    const name = page.getByRole('dialog').getByRole('textbox', { name: /^Nom/ })
    await name.fill('deposants TRIMESTRIELS')
    await page.getByText('Vous avez déjà un filtre de ce nom.').waitFor()
    await page.getByRole('radio', { name: 'Cœur' }).click()
    await saveFilter(page, 'Avec un point sur le i')
    await chip(page, 'Avec un point sur le i').waitFor()
    expect(await chip(page, 'Avec un i').count()).toBe(0)
  })

  test('keeps the conditions on when the chip that is on is deleted, to save them again', async () => {
    const page = await demo().visit('admin')
    await openWith(page, named('o'), ACTIVE)
    await plus(page).click()
    await saveFilter(page, 'Avec un o')
    const before = await fraction(page).textContent()
    await dotsOf(page, 'Avec un o').click()
    await page.getByRole('menuitem', { name: 'Supprimer' }).click()
    const question = page.getByRole('alertdialog', { name: 'Supprimer le filtre « Avec un o » ?' })
    await question.getByRole('button', { name: 'Supprimer' }).click()
    await chip(page, 'Avec un o').waitFor({ state: 'detached' })
    expect(await conditionsOn(page)).toEqual(['Nom contient « o »', 'Actif : oui'])
    expect(await fraction(page).textContent()).toBe(before)
    await plus(page).click()
    await saveFilter(page, 'Encore un o')
    await expectOn(page, 'Encore un o')
  })

  test('shares a filter with colleagues, who see whose it is and cannot change it', async () => {
    const [owner, colleague] = [await demo().visit('admin'), await demo().visit('collab')]
    await openWith(owner, named('u'))
    await plus(owner).click()
    await saveFilter(owner, 'Avec un u')
    await chip(owner, 'Avec un u').click({ button: 'right' })
    await owner.getByRole('menuitem', { name: 'Partager' }).click()
    await chip(owner, 'Avec un u').getByRole('img', { name: 'Partagé avec vos collègues' }).waitFor()

    await colleague.reload()
    await chip(colleague, 'Avec un u').getByRole('img', { name: 'Partagé par Claire Dubois' }).waitFor()
    await chip(colleague, 'Avec un u').click({ button: 'right' })
    await colleague.getByText('Créé par Claire Dubois. Seul son auteur peut le modifier').waitFor()
    for (const entry of ['Modifier', 'Ne plus partager', 'Supprimer']) {
      const item = colleague.getByRole('menuitem', { name: entry })
      expect([entry, await item.getAttribute('aria-disabled')]).toEqual([entry, 'true'])
    }
    await colleague.keyboard.press('Escape')
    await chip(colleague, 'Avec un u').click()
    await colleague.getByRole('button', { name: /^Retirer la condition « Nom/ }).click()
    await colleague.getByRole('button', { name: 'Enregistrer sous…' }).waitFor()
    expect(await colleague.getByRole('button', { name: 'Mettre à jour le filtre' }).count()).toBe(0)

    await chip(owner, 'Avec un u').click({ button: 'right' })
    await owner.getByRole('menuitem', { name: 'Ne plus partager' }).click()
    await owner.getByRole('img', { name: 'Partagé avec vos collègues' }).nth(1).waitFor({ state: 'detached' })
    await colleague.reload()
    await chip(colleague, 'CI à renouveler').waitFor()
    expect(await chip(colleague, 'Avec un u').count()).toBe(0)
  })
})

const plus = (page: Page) => page.getByRole('button', { name: 'Enregistrer ce filtre' })

const chip = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })

const dotsOf = (page: Page, name: string) =>
  page.getByRole('button', { name: `Menu du filtre « ${name} »`, exact: true })

const expectOn = (page: Page, name: string) =>
  expect.poll(() => chip(page, name).getAttribute('aria-pressed'), PATIENT).toBe('true')

const header = (page: Page, field: string) => page.locator(`[role="columnheader"][col-id="${field}"]`)

const expectSort = (page: Page, field: string, sort: string) =>
  expect.poll(() => header(page, field).getAttribute('aria-sort'), PATIENT).toBe(sort)

const entriesOf = (page: Page) => page.getByRole('menuitem').allTextContents()

const expectConditions = (page: Page, told: readonly string[]) =>
  expect.poll(() => conditionsOn(page), PATIENT).toEqual(told)

/** Rests a finger on a chip for so many milliseconds; unlike `tap`, the browser itself makes of it what it does. */
async function touch(page: Page, name: string, milliseconds: number, asksAfter?: number): Promise<void> {
  await chip(page, name).scrollIntoViewIfNeeded()
  const box = await chip(page, name).boundingBox()
  if (!box) throw new Error(`The chip ${name} is not to be seen.`)
  const devtools = await page.context().newCDPSession(page)
  const touchPoints = [{ x: box.x + 20, y: box.y + box.height / 2 }]
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await page.waitForTimeout(asksAfter ?? 0)
  if (asksAfter !== undefined) await chip(page, name).dispatchEvent('contextmenu')
  await page.waitForTimeout(milliseconds - (asksAfter ?? 0))
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

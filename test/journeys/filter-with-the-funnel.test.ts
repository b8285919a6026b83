import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import type { Database } from '#platform/db/database.ts'
import { conditionsOn, fraction, openList, PATIENT, saveFilter } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const ACTIVE: Filter = { field: 'status.active', op: 'isTrue' }
const typeIs = (kind: string): Filter => ({ field: 'identity.kind', op: 'in', value: [kind] })
const NOT_IN_FRENCH: Filter = { none: [{ field: 'identity.language', op: 'in', value: ['fr'] }] }

describe('A partner who hunts for clients with the funnel', () => {
  const demo = runDemo(150)

  const openWith = (page: Page, filter: Filter) => openList(page, demo().address, filter)

  test('puts groups into groups, on a column that is not shown, and goes back and forward through them', async () => {
    const page = await demo().visit('admin')
    const counted = (await countOn(page, 'Particuliers')) + (await countOn(page, 'Indépendants'))
    expect(await page.locator('[col-id="identity.kind"]').count()).toBe(0)

    await openFunnel(page)
    await groupOf(page, 'toutes').getByRole('button', { name: 'Ajouter un groupe' }).click()
    const any = groupOf(page, 'au moins une')
    await fillIn(any, 'Type', 'Particulier')
    await any.getByRole('button', { name: 'Ajouter une condition' }).click()
    await fillIn(any, 'Type', 'Indépendant')
    await page.getByText(`${counted} clients`, { exact: true }).waitFor()
    await apply(page)
    await expectFraction(page, `${counted} / 150`)
    const anyOfBoth = 'au moins une : (Type : Particulier ; Type : Indépendant)'
    await expectConditions(page, ['Actif : oui', anyOfBoth])
    const either: Filter = { any: [typeIs('private'), typeIs('selfEmployed')] }
    expect(filterIn(page)).toEqual({ all: [ACTIVE, either] })

    await openFunnel(page)
    await groupOf(page, 'toutes').getByRole('button', { name: 'Ajouter un groupe' }).last().click()
    const added = groupOf(page, 'au moins une').nth(1)
    await fillIn(added, 'Langue', 'Français')
    await added.getByRole('combobox', { name: 'Garder les clients qui remplissent' }).selectOption('none')
    await groupOf(page, 'aucune').waitFor()
    await apply(page)
    await expectConditions(page, ['Actif : oui', anyOfBoth, 'aucune : (Langue : fr)'])
    expect(filterIn(page)).toEqual({ all: [ACTIVE, either, NOT_IN_FRENCH] })
    await expect.poll(() => matched(page), PATIENT).toBeLessThan(counted)
    const left = await matched(page)
    expect(left).toBeGreaterThan(0)
    expect(
      await page.locator('[role="gridcell"][col-id="identity.language"]').allTextContents(),
    ).not.toContain('fr')

    await page.goBack()
    await expectFraction(page, `${counted} / 150`)
    await expectConditions(page, ['Actif : oui', anyOfBoth])
    await page.goForward()
    await expectFraction(page, `${left} / 150`)
    await page.goto(page.url())
    await expectFraction(page, `${left} / 150`)
    await openFunnel(page)
    for (const group of ['toutes', 'au moins une', 'aucune'])
      expect(await groupOf(page, group).count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Retirer la condition « au moins une/ }).click()
    await expectConditions(page, ['Actif : oui', 'aucune : (Langue : fr)'])
  })

  test('is told what a condition still lacks, and nothing is filtered until it is complete', async () => {
    const page = await demo().visit('admin')
    const before = (await fraction(page).textContent()) ?? ''
    await openFunnel(page)
    const all = groupOf(page, 'toutes')
    await all.getByRole('button', { name: 'Ajouter une condition' }).click()
    await chooseField(all, 'Localité')
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.getByText('Indiquez une valeur.').waitFor()
    const value = all.getByRole('textbox', { name: 'Valeur' })
    await expect.poll(() => value.evaluate(box => box === document.activeElement)).toBe(true)
    expect(await fraction(page).textContent()).toBe(before)
    await value.fill('zzz')
    await apply(page)
    await expectFraction(page, '0 / 150')
    await page.getByText('Aucun client ne correspond').waitFor()
  })

  test('finds nobody by a saved filter whose label or role was deleted, and reads why', async () => {
    const page = await demo().visit('admin')
    await openWith(page, { all: [] })
    await openFunnel(page)
    await fillIn(groupOf(page, 'toutes'), 'Labels', 'Horeca')
    await apply(page)
    await expect.poll(() => matched(page), PATIENT).toBeLessThan(150)
    const labelled = filterIn(page)
    expect(await matched(page)).toBeGreaterThan(0)
    await saveAs(page, 'Horeca')
    await openWith(page, { none: [labelled] })
    expect(await matched(page)).toBeGreaterThan(0)
    await saveAs(page, 'Sans horeca')
    await openWith(page, { field: 'assignment.assistant', op: 'notEmpty' })
    expect(await matched(page)).toBeGreaterThan(0)
    await saveAs(page, 'Avec un assistant')

    await demo().changeData(deleteLabelAndRole)
    await page.goto(demo().address)
    for (const name of ['Horeca', 'Sans horeca', 'Avec un assistant']) {
      const chip = page.getByRole('button', { name: new RegExp(`^${name}`) })
      await chip.getByRole('img', { name: 'Une partie de ce filtre n’existe plus' }).waitFor(PATIENT)
      await expect.poll(() => chip.textContent(), PATIENT).toBe(`${name}0`)
      await chip.click()
      await expectFraction(page, '0 / 150')
      await page
        .getByTitle('Ce champ ou cette valeur n’existe plus : cette condition ne retient aucun client.')
        .waitFor()
    }
    await expectConditions(page, ['« assignment.assistant » : ce champ n’existe plus'])

    await page.getByRole('button', { name: /^Horeca/ }).click()
    await expectConditions(page, ['Labels : valeur supprimée'])
    await openFunnel(page)
    await page.getByRole('button', { name: 'Appliquer' }).click()
    await page.getByText('Un des choix n’existe plus : retirez-le.').waitFor()
    await page.getByRole('button', { name: 'Retirer cette condition' }).click()
    await apply(page)
    await expectFraction(page, '150 / 150')
  })
})

/** What a screen of a later version will do. */
async function deleteLabelAndRole({ pool }: Database): Promise<void> {
  await pool.query(
    `DELETE FROM client_labels WHERE label_id IN (SELECT id FROM labels WHERE name = 'Horeca')`,
  )
  await pool.query(`DELETE FROM labels WHERE name = 'Horeca'`)
  const roles = `SELECT id FROM assignment_roles WHERE code = 'assistant'`
  await pool.query(`DELETE FROM client_assignments WHERE role_id IN (${roles})`)
  await pool.query(`DELETE FROM assignment_roles WHERE id IN (${roles})`)
}

const countOn = async (page: Page, name: string): Promise<number> => {
  const chip = page.getByRole('button', { name: new RegExp(`^${name}`) })
  return Number(/\d+$/.exec((await chip.textContent()) ?? '')?.[0])
}

async function openFunnel(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Entonnoir/ }).click()
  await page.getByRole('dialog', { name: 'Entonnoir' }).waitFor()
}

/** A group of the funnel, by how many of its conditions have to be met: toutes, au moins une, aucune. */
const groupOf = (page: Page, quantifier: string) =>
  page.getByRole('dialog').getByRole('group', { name: new RegExp(`^${quantifier}`) })

/** Fills in the last condition of a group. */
async function fillIn(group: Locator, field: string, value: string): Promise<void> {
  await chooseField(group, field)
  await group.getByRole('combobox', { name: 'Valeurs' }).last().click()
  await group.getByRole('option', { name: value }).click()
}

async function chooseField(group: Locator, field: string): Promise<void> {
  await group.getByRole('combobox', { name: 'Champ' }).last().fill(field)
  await group.getByRole('option', { name: field, exact: true }).click()
}

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Appliquer' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function saveAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer ce filtre' }).click()
  await saveFilter(page, name)
}

/** The filter in the address of the page. */
const filterIn = (page: Page): Filter => JSON.parse(new URL(page.url()).searchParams.get('filter') ?? 'null')

const matched = async (page: Page) => Number((await fraction(page).textContent())?.split(' / ')[0])

const expectFraction = (page: Page, text: string) =>
  expect.poll(() => fraction(page).textContent(), PATIENT).toBe(text)

const expectConditions = (page: Page, told: readonly string[]) =>
  expect.poll(() => conditionsOn(page), PATIENT).toEqual(told)

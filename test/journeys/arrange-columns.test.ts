import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const AT_START = ['Nom', 'Forme juridique', 'N° d’entreprise', 'Langue', 'Labels']

describe('A collaborator who arranges her columns', () => {
  const demo = runDemo(60)

  test('hides and shows them, which lasts once she saves it', async () => {
    const page = await demo().visit('admin')
    await expectColumns(page, AT_START)
    await openColumns(page)
    await column(page, 'Langue').click()
    await column(page, 'Localité').click()
    const arranged = ['Nom', 'Forme juridique', 'N° d’entreprise', 'Labels', 'Localité']
    await expectColumns(page, arranged)
    expect(await cellsOf(page, 'contact.city').first().textContent()).not.toBe('')
    await page.keyboard.press('Escape')
    await page.reload()
    await expectColumns(page, AT_START)

    await openColumns(page)
    await column(page, 'Langue').click()
    await column(page, 'Localité').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Vos colonnes sont enregistrées.').waitFor()
    await page.reload()
    await expectColumns(page, arranged)
    await openColumns(page)
    expect(await column(page, 'Langue').getAttribute('aria-pressed')).toBe('false')
    expect(await column(page, 'Localité').getAttribute('aria-pressed')).toBe('true')
  })

  test('finds a column by a part of its name, and cannot hide the name of the client', async () => {
    const page = await demo().visit('manager')
    await openColumns(page)
    await page.getByRole('textbox', { name: 'Rechercher une colonne…' }).fill('LOCALITE')
    await expect
      .poll(() => panelOf(page).getByRole('listitem').allTextContents(), PATIENT)
      .toEqual(['Localité'])
    await page.getByRole('textbox', { name: 'Rechercher une colonne…' }).fill('')
    expect(await column(page, 'Nom').getAttribute('aria-disabled')).toBe('true')
    await column(page, 'Nom').click({ force: true })
    await column(page, 'Langue').click()
    await expectColumns(page, ['Nom', 'Forme juridique', 'N° d’entreprise', 'Labels'])
  })

  test('moves a column with the keyboard, which keeps the focus on it and is read out', async () => {
    const page = await demo().visit('manager')
    await openColumns(page)
    await column(page, 'Labels').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('Labels : place 7 sur 14').waitFor({ state: 'attached' })
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await expectColumns(page, ['Nom', 'Forme juridique', 'Labels', 'N° d’entreprise', 'Langue'])
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText('Labels : place 5 sur 14').waitFor({ state: 'attached' })
    const moved = ['Nom', 'Forme juridique', 'N° d’entreprise', 'Labels', 'Langue']
    await expectColumns(page, moved)
    expect(await column(page, 'Labels').evaluate(button => button === document.activeElement)).toBe(true)
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Vos colonnes sont enregistrées.').waitFor()
    await page.reload()
    await expectColumns(page, moved)
  })

  test('folds a group to its first column with « − » and unfolds it with « + », which is kept', async () => {
    const page = await demo().visit('lecture')
    await afterKeeping(page, () => page.getByRole('button', { name: 'Replier Signalétique' }).click())
    await expectColumns(page, ['Nom'])
    await page.reload()
    await expectColumns(page, ['Nom'])
    await afterKeeping(page, () => page.getByRole('button', { name: 'Déplier Signalétique' }).click())
    await expectColumns(page, AT_START)
    await page.reload()
    await expectColumns(page, AT_START)
  })

  test('finds widths and sort again at the next visit, and everything as at the start by « Réinitialiser »', async () => {
    const page = await demo().visit('collab')
    const widthAtStart = await widthOf(page, 'identity.legalForm')
    await afterKeeping(page, () => widen(page, 'identity.legalForm', 80))
    await afterKeeping(page, () => header(page, 'status.clientSince').click())
    await page.getByRole('button', { name: 'Replier Statut' }).click()
    await openColumns(page)
    await column(page, 'Langue').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Vos colonnes sont enregistrées.').waitFor()

    await page.goto(demo().address)
    await expectColumns(
      page,
      AT_START.filter(label => label !== 'Langue'),
    )
    expect(await widthOf(page, 'identity.legalForm')).toBe(widthAtStart + 80)
    expect(await header(page, 'status.clientSince').getAttribute('aria-sort')).toBe('ascending')
    await header(page, 'status.clientSince').click()

    await openColumns(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Réinitialiser' }).click()
    await page.getByText('Les colonnes sont celles du départ.').waitFor()
    for (const isReloaded of [false, true]) {
      if (isReloaded) await page.reload()
      await expectColumns(page, AT_START)
      await page.getByRole('button', { name: 'Replier Statut' }).waitFor()
      expect(await widthOf(page, 'identity.legalForm')).toBe(widthAtStart)
      expect(await header(page, 'identity.name').getAttribute('aria-sort')).toBe('ascending')
      expect(await header(page, 'status.clientSince').getAttribute('aria-sort')).toBe('none')
    }
  })
})

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Liste des colonnes' })

const column = (page: Page, label: string) => panelOf(page).getByRole('button', { name: label, exact: true })

const header = (page: Page, field: string) => page.locator(`[role="columnheader"][col-id="${field}"]`)

const cellsOf = (page: Page, field: string) => page.locator(`[role="gridcell"][col-id="${field}"]`)

async function openColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Colonnes', exact: true }).click()
  await panelOf(page).waitFor()
}

/** The columns of the first group, from left to right. */
const expectColumns = (page: Page, labels: readonly string[]) =>
  expect.poll(() => page.evaluate(identityColumns), PATIENT).toEqual(labels)

function identityColumns(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[role="columnheader"][col-id]')]
    .filter(head => /^(identity|contact)\./.test(head.getAttribute('col-id') ?? ''))
    .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
    .map(head => head.textContent.trim())
}

const widthOf = async (page: Page, field: string): Promise<number> =>
  Math.round((await header(page, field).boundingBox())?.width ?? 0)

/** Drags the right edge of a column's header. */
async function widen(page: Page, field: string, pixels: number): Promise<void> {
  const box = await header(page, field).locator('.ag-header-cell-resize').boundingBox()
  if (!box) throw new Error(`The column ${field} has no edge.`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + pixels / 2, y)
  await page.mouse.move(x + pixels, y)
  await page.mouse.up()
}

/** Does what is kept by itself a moment later, and waits for that. */
async function afterKeeping(page: Page, act: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse(answer => answer.url().endsWith('/api/column-layout') && answer.ok())
  await act()
  await kept
}

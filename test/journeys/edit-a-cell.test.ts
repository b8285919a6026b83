import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import { openList, PATIENT } from '#test/factories/browser.ts'
import { type DemoUser, runDemo } from '#test/factories/running-demo.ts'

const WITH_CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] }

const COMPANIES: Filter = {
  all: [
    { field: 'identity.kind', op: 'in', value: ['legal'] },
    { field: 'status.active', op: 'isTrue' },
  ],
}

const COLUMNS = [
  'identity.name',
  'identity.legalForm',
  'identity.enterpriseNumber',
  'identity.language',
  'identity.labels',
  'contact.email',
  'organisation.closingDay',
  'status.clientSince',
  'aml.pep',
  'legal.identityCard',
  'assignment.responsible',
  'billing.billedTo',
  'billing.flatAmount',
  'portal.state',
]

describe('A collaborator who corrects clients in the list', () => {
  const demo = runDemo(150)
  const pages = new Map<DemoUser, Page>()

  /** The companies, in the browser of a user, under the columns that are edited here. */
  async function visitCompanies(user: DemoUser): Promise<Page> {
    const known = pages.get(user)
    const page = known ?? (await demo().visit(user, WITH_CLIPBOARD))
    pages.set(user, page)
    if (!known) await arrange(page)
    await openList(page, demo().address, COMPANIES)
    await cell(page, 0, 'portal.state').waitFor()
    return page
  }

  async function arrange(page: Page): Promise<void> {
    await page.evaluate(async shown => {
      const { fields } = (await (await fetch('/api/fields')).json()) as { fields: { id: string }[] }
      const rest = fields.map(({ id }) => id).filter(id => !shown.includes(id))
      const widths = Object.fromEntries(shown.map(id => [id, 90]))
      const body = JSON.stringify({ order: [...shown, ...rest], shown, foldedGroups: [], widths, sort: [] })
      await fetch('/api/column-layout', {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body,
      })
    }, COLUMNS)
  }

  test('gives each kind of cell its value by the keyboard alone, and finds them again', async () => {
    const page = await visitCompanies('admin')
    const payer = (await cell(page, 3, 'identity.name').textContent()) ?? ''
    const edits: [column: string, keys: string[], shown: RegExp][] = [
      ['identity.legalForm', ['type:snc', 'Enter'], /^SNC$/],
      ['identity.language', ['F2', 'type:alle', 'Enter'], /^de$/],
      ['identity.labels', ['Enter', 'type:prior', 'Enter', 'Enter'], /Prioritaire/],
      ['contact.email', ['type:info@exemple.be', 'Enter'], /^info@exemple\.be$/],
      ['organisation.closingDay', ['type:3006', 'Enter'], /^30\/06$/],
      ['status.clientSince', ['type:1.2.03', 'Enter'], /^01\/02\/2003$/],
      ['aml.pep', ['type:o', 'Enter'], /^Oui$/],
      ['billing.flatAmount', ['type:1250,5', 'Enter'], /^1\s250,50\s€$/],
    ]
    for (const [column, keys, shown] of edits) {
      await goTo(page, 0, column)
      for (const key of keys) await press(page, key)
      await expectCell(page, 0, column, shown)
    }
    await goTo(page, 0, 'billing.billedTo')
    await press(page, `type:${payer}`)
    await page.getByRole('option', { name: payer }).first().waitFor()
    await press(page, 'Enter')
    await expectCell(page, 0, 'billing.billedTo', new RegExp(payer.slice(0, 8)))
    await goTo(page, 0, 'identity.enterpriseNumber')
    await press(page, 'type:0403170702')
    for (const key of ['Enter', 'Tab', 'Enter']) await press(page, key)
    await expectCell(page, 0, 'identity.enterpriseNumber', /^0403\.170\.702/)

    await savedAll(page)
    await page.reload()
    for (const [column, , shown] of edits) await expectCell(page, 0, column, shown)
  })

  test('goes on to the cell below with Enter and beside with Tab, and back with Escape', async () => {
    const page = await visitCompanies('admin')
    await cell(page, 1, 'identity.language').click()
    await press(page, 'Escape')
    expect(await focused(page)).toBe('1 identity.language')
    await press(page, 'type:nl')
    await press(page, 'Enter')
    expect(await focused(page)).toBe('2 identity.language')
    await press(page, 'F2')
    await press(page, 'Shift+Tab')
    expect(await focused(page)).toBe('2 identity.enterpriseNumber')
    // Clicks that select never edit.
    await cell(page, 4, 'identity.language').click({ modifiers: ['Control'] })
    expect(await focused(page)).toBe('4 identity.language')
    await page.getByText('1 sélectionné').waitFor()
  })

  test('keeps a bad value in its cell with the reason, and saves it once it is corrected', async () => {
    const page = await visitCompanies('admin')
    await goTo(page, 2, 'status.clientSince')
    await press(page, 'type:31/02/2020')
    await press(page, 'Enter')
    await page.getByRole('alert').filter({ hasText: 'Ce n’est pas une date' }).waitFor()
    await page.getByRole('searchbox').click()
    await page.getByText('1 valeur n’est pas enregistrée.').waitFor()
    await page.reload()
    await expectCell(page, 2, 'status.clientSince', /31\/02\/2020/)
    await page.getByRole('button', { name: 'Voir', exact: true }).click()
    for (let key = 0; key < 10; key++) await press(page, 'Backspace')
    await press(page, 'type:28/02/2020')
    await press(page, 'Enter')
    await expectCell(page, 2, 'status.clientSince', /^28\/02\/2020$/)
    await savedAll(page)
  })

  test('keeps what the server could not hear, and saves it again', async () => {
    const page = await visitCompanies('admin')
    await page.route('**/api/change-sets', route => route.abort())
    await goTo(page, 3, 'identity.language')
    await press(page, 'type:en')
    await press(page, 'Enter')
    await page.getByText(/1 valeur n’est pas enregistrée/).waitFor()
    await expectCell(page, 3, 'identity.language', /en/)
    await page.unroute('**/api/change-sets')
    await page.getByRole('button', { name: 'Enregistrer à nouveau' }).click()
    await savedAll(page)
    await expectCell(page, 3, 'identity.language', /^en$/)
  })

  test('undoes and redoes, but never while typing in a field', async () => {
    const page = await visitCompanies('admin')
    const before = (await cell(page, 4, 'identity.legalForm').textContent()) ?? ''
    await goTo(page, 4, 'identity.legalForm')
    await press(page, 'type:scomm')
    await press(page, 'Enter')
    await expectCell(page, 4, 'identity.legalForm', /^SComm$/)
    await savedAll(page)
    await page.getByRole('searchbox').focus()
    await press(page, 'Control+z')
    await goTo(page, 4, 'identity.legalForm')
    await expectCell(page, 4, 'identity.legalForm', /^SComm$/)
    await press(page, 'Control+z')
    await expectCell(page, 4, 'identity.legalForm', new RegExp(`^${before}$`))
    await press(page, 'Control+Shift+z')
    await expectCell(page, 4, 'identity.legalForm', /^SComm$/)
  })

  test('pastes a column of Excel, sees first what it does, and undoes it whole', async () => {
    const page = await visitCompanies('admin')
    const before = await Promise.all([5, 6, 7].map(row => cell(page, row, 'identity.language').textContent()))
    await page.evaluate(() => navigator.clipboard.writeText('Allemand\r\nen\r\nvolapük\r\n'))
    await goTo(page, 5, 'identity.language')
    await press(page, 'Control+v')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('2 changent').waitFor()
    await dialog.getByText('1 refusé').click()
    await dialog.getByText('Ce n’est pas un des choix de ce champ.').waitFor()
    const apply = dialog.getByRole('button', { name: 'Appliquer à 2 clients' })
    await apply.focus()
    await press(page, 'Control+z')
    await press(page, 'Enter')
    await expectCell(page, 5, 'identity.language', /^de$/)
    await expectCell(page, 6, 'identity.language', /^en$/)
    expect(await cell(page, 7, 'identity.language').textContent()).toBe(before[2])
    await expect.poll(() => focused(page), PATIENT).toBe('5 identity.language')
    await press(page, 'Control+z')
    await page.getByRole('button', { name: 'Annuler la modification' }).click()
    await expectCell(page, 5, 'identity.language', new RegExp(`^${before[0]}$`))
    await expectCell(page, 6, 'identity.language', new RegExp(`^${before[1]}$`))
  })

  test('fills a block down and empties it, and takes it back from the notice', async () => {
    const page = await visitCompanies('admin')
    await goTo(page, 8, 'organisation.closingDay')
    await press(page, 'type:31/03')
    await press(page, 'Enter')
    await savedAll(page)
    const before = await cell(page, 10, 'organisation.closingDay').textContent()
    await goTo(page, 8, 'organisation.closingDay')
    await press(page, 'Shift+ArrowDown')
    await press(page, 'Shift+ArrowDown')
    await press(page, 'Control+d')
    await page.getByRole('button', { name: 'Appliquer à 2 clients' }).click()
    await expectCell(page, 10, 'organisation.closingDay', /^31\/03$/)
    await page.getByRole('alert').getByRole('button', { name: 'Annuler' }).click()
    await expectCell(page, 10, 'organisation.closingDay', new RegExp(`^${before}$`))
  })

  test('sees a client that no longer matches stay in its place, marked', async () => {
    const page = await visitCompanies('admin')
    const name = (await cell(page, 11, 'identity.name').textContent()) ?? ''
    await openList(page, demo().address, {
      all: [COMPANIES, { field: 'identity.name', op: 'eq', value: name }],
    })
    await goTo(page, 0, 'identity.name')
    await press(page, 'F2')
    await press(page, 'End')
    await press(page, 'type: bis')
    await press(page, 'Enter')
    await expectCell(page, 0, 'identity.name', /bishors filtre$/)
  })

  test('is told of a value that a colleague changed meanwhile, and chooses', async () => {
    const page = await visitCompanies('admin')
    const colleague = await visitCompanies('manager')
    await goTo(page, 12, 'contact.email')
    await press(page, 'type:mine@exemple.be')
    await goTo(colleague, 12, 'contact.email')
    await press(colleague, 'type:theirs@exemple.be')
    await press(colleague, 'Enter')
    await savedAll(colleague)
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('theirs@exemple.be').waitFor()
    await dialog.getByText('mine@exemple.be').waitFor()
    await dialog.getByRole('button', { name: 'Remplacer' }).click()
    await expectCell(page, 12, 'contact.email', /^mine@exemple\.be$/)
    await savedAll(page)
    await colleague.reload()
    await expectCell(colleague, 12, 'contact.email', /^mine@exemple\.be$/)
  })

  test('is told of it too when a value that could not be saved is taken up again', async () => {
    const page = await visitCompanies('admin')
    const colleague = await visitCompanies('manager')
    await page.route('**/api/change-sets', route => route.abort())
    await goTo(page, 13, 'identity.labels')
    for (const key of ['Enter', 'type:prior', 'Enter', 'Enter']) await press(page, key)
    await page.getByText(/1 valeur n’est pas enregistrée/).waitFor()
    await page.unroute('**/api/change-sets')
    await goTo(colleague, 13, 'identity.labels')
    for (const key of ['Enter', 'type:horeca', 'Enter', 'Enter']) await press(colleague, key)
    await savedAll(colleague)
    await page.getByRole('button', { name: 'Voir', exact: true }).click()
    await page.getByRole('option', { name: 'Prioritaire', selected: true }).waitFor()
    await press(page, 'Enter')
    await page.getByRole('dialog').getByText('Modifié entre-temps').waitFor()
    // Whoever only closes the question has lost nothing.
    await press(page, 'Escape')
    await expectCell(page, 13, 'identity.labels', /Prioritaire/)
    await page.getByText(/1 valeur n’est pas enregistrée/).waitFor()
    await page.getByRole('button', { name: 'Abandonner ce qui n’est pas enregistré' }).click()
    await savedAll(page)
  })

  test('is told why a cell cannot be edited', async () => {
    const admin = await visitCompanies('admin')
    await expectReason(admin, 'portal.state', /L’état du portail change par l’action/)
    await expectReason(admin, 'legal.identityCard', /Ne concerne que/)
    const reader = await visitCompanies('lecture')
    await expectReason(reader, 'identity.language', /Lecture seule/)
    const collab = await visitCompanies('collab')
    await expectReason(collab, 'billing.flatAmount', /Réservé aux managers/)
  })
})

const cell = (page: Page, row: number, column: string) =>
  page.locator(`.ag-row[row-index="${row}"] .ag-cell[col-id="${column}"]`)

const expectCell = (page: Page, row: number, column: string, shown: RegExp) =>
  expect.poll(() => cell(page, row, column).textContent(), PATIENT).toMatch(shown)

/** The row, counted from 0, and the column of the cell with the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focus = document.activeElement
    const row = focus?.closest('.ag-row')?.getAttribute('row-index')
    return `${row} ${focus?.closest('.ag-cell')?.getAttribute('col-id')}`
  })

/** Brings the focus to a cell with the keys of the grid. */
async function goTo(page: Page, row: number, column: string): Promise<void> {
  await cell(page, row, 'identity.name').click()
  for (let step = 0; step < COLUMNS.length && (await focused(page)) !== `${row} ${column}`; step++) {
    await page.keyboard.press('ArrowRight')
  }
  expect(await focused(page)).toBe(`${row} ${column}`)
}

/** A key, or characters behind `type:`. */
const press = (page: Page, key: string): Promise<void> =>
  key.startsWith('type:') ? page.keyboard.type(key.slice(5)) : page.keyboard.press(key)

/** Waits until nothing is on its way to the server, nor kept back. */
async function savedAll(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[class*="saving"], [class*="unsaved"]').count(), PATIENT).toBe(0)
}

async function expectReason(page: Page, column: string, reason: RegExp): Promise<void> {
  await goTo(page, 0, column)
  await expect.poll(() => page.getByRole('tooltip').textContent(), PATIENT).toMatch(reason)
  await page.keyboard.press('Enter')
  expect(await focused(page)).toBe(`0 ${column}`)
}

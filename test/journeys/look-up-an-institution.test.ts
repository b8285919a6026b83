import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import { openList, PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const PAGES = ['BCE', 'Moniteur belge', 'BNB (comptes annuels)', 'Statuts notaires', 'VIES']
const MORE_PAGES = ['ONSS employeurs', 'Obligation de retenue']
const PORTALS = ['MyMinfin', 'Intervat', 'Biztax', 'Registre UBO']

const KEPT: Filter = { field: 'identity.enterpriseNumber', op: 'notEmpty' }
const RIGHT: Filter = { none: [{ field: 'identity.enterpriseNumber', op: 'incomplete' }] }
const WITH_VAT: Filter = { field: 'identity.vatNumber', op: 'notEmpty' }

const WITHOUT_PAGE: readonly { filter: Filter[]; name: string; reason: string }[] = [
  {
    filter: [{ field: 'identity.enterpriseNumber', op: 'empty' }],
    name: 'BCE',
    reason: 'Ce client n’a pas de numéro d’entreprise.',
  },
  {
    filter: [{ field: 'identity.vatNumber', op: 'empty' }, KEPT],
    name: 'VIES',
    reason: 'Ce client n’a pas de numéro de TVA.',
  },
  {
    filter: [{ field: 'identity.enterpriseNumber', op: 'incomplete' }, KEPT],
    name: 'ONSS employeurs',
    reason: 'Le numéro d’entreprise de ce client est en erreur.',
  },
]

describe('A collaborator who looks up what an institution knows of a client', () => {
  const demo = runDemo(150)

  const openWith = async (page: Page, ...all: Filter[]) => {
    await openList(page, demo().address, { all })
    await cellsOf(page, 'identity.name').first().waitFor()
  }

  test('is asked to choose one first', async () => {
    const page = await demo().visit('admin')
    await openLoupe(page)
    await page.getByText('Sélectionnez un client pour ouvrir sa page.').waitFor()
    const entries = page.getByRole('menuitem')
    expect(await entries.allTextContents()).toEqual([...PAGES, ...MORE_PAGES, ...PORTALS])
    for (const entry of await entries.all()) expect(await entry.getAttribute('aria-disabled')).toBe('true')
  })

  test('opens each page in a new tab, with the number of the client on which the list stands', async () => {
    const page = await demo().visit('admin')
    await openWith(page, KEPT, RIGHT, WITH_VAT)
    const tabs = await keepAtHome(page, demo().address)
    await cellsOf(page, 'identity.name').nth(1).click()
    const number = await numberIn(page, 1)
    const addresses = {
      BCE: `https://kbopub.economie.fgov.be/kbopub/toonondernemingps.html?lang=fr&ondernemingsnummer=${number}`,
      'Moniteur belge': `https://www.ejustice.just.fgov.be/cgi_tsv/list.pl?language=fr&btw=${number}&page=1&view_numac=${number}`,
      'BNB (comptes annuels)': `https://consult.cbso.nbb.be/consult-enterprise/${number}`,
      'Statuts notaires': `https://statuts.notaire.be/stapor_v1/enterprise/${number}/statutes`,
      VIES: `https://ec.europa.eu/taxation_customs/vies/rest-api/ms/BE/vat/${number}`,
      'ONSS employeurs': `https://employer-identification-consult.prd.pub.socialsecurity.be/employer/enterprise/${number}`,
      'Obligation de retenue': `https://www.checkinhoudingsplicht.be/?identificationnumber=${number}`,
    }
    for (const [name, address] of Object.entries(addresses)) {
      expect(await tabs.openedBy(() => chooseFromLoupe(page, name))).toBe(address)
    }
    expect(page.url()).toContain(demo().address)
  })

  test('opens them with the keyboard as well, by Enter and by Space', async () => {
    const page = await demo().visit('admin')
    await openWith(page, KEPT, RIGHT)
    const tabs = await keepAtHome(page, demo().address)
    await cellsOf(page, 'identity.name').first().click()
    for (const key of ['Enter', 'Space']) {
      await page.getByRole('button', { name: 'Loupe' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('menuitem', { name: 'BCE' }).waitFor()
      await page.keyboard.press('ArrowDown')
      const opened = await tabs.openedBy(() => page.keyboard.press(key))
      expect([key, opened]).toEqual([key, expect.stringMatching(/^https:\/\/www\.ejustice\.just\.fgov\.be/)])
      await page.getByRole('menu').waitFor({ state: 'detached' })
    }
  })

  test('looks up the client that alone is selected rather than the one on which the list stands', async () => {
    const page = await demo().visit('admin')
    await openWith(page, KEPT, RIGHT)
    const names = await cellsOf(page, 'identity.name').allTextContents()
    await cellsOf(page, 'selected').nth(2).click()
    await cellsOf(page, 'identity.name').first().click()
    await expectClient(page, names[2])
    await cellsOf(page, 'identity.name')
      .nth(1)
      .click({ modifiers: ['ControlOrMeta'] })
    await page.getByText('2 sélectionnés').waitFor()
    await expectClient(page, names[1])
  })

  test('is not led to a client that a filter has hidden since', async () => {
    const page = await demo().visit('admin')
    await openWith(page, KEPT, RIGHT)
    const [name = ''] = await cellsOf(page, 'identity.name').allTextContents()
    await cellsOf(page, 'identity.name').first().click()
    await expectClient(page, name)
    await page.getByRole('button', { name: /^Anciens clients/ }).click()
    await page.getByText('Actif : non').waitFor()
    await expectClient(page, 'Sélectionnez un client pour ouvrir sa page.')
  })

  test('reads why a page cannot be opened when a number is missing or mistyped', async () => {
    const page = await demo().visit('admin')
    const tabs = await keepAtHome(page, demo().address)
    for (const { filter, name, reason } of WITHOUT_PAGE) {
      await openWith(page, ...filter)
      await cellsOf(page, 'identity.name').first().click()
      await openLoupe(page)
      const entry = page.getByRole('menuitem', { name, exact: true })
      expect(await entry.getAttribute('aria-disabled')).toBe('true')
      expect(await entry.textContent()).toBe(`${name}${reason}`)
      await entry.click({ force: true })
    }
    await page.waitForTimeout(300)
    expect(tabs.asked).toEqual([])
  })

  test('pastes the number into a portal that has no page of the client', async () => {
    const page = await demo().visit('admin')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await openWith(page, KEPT, RIGHT)
    const tabs = await keepAtHome(page, demo().address)
    await cellsOf(page, 'identity.name').nth(1).click()
    const number = await numberIn(page, 1)
    const opened = await tabs.openedBy(() => chooseFromLoupe(page, 'MyMinfin'))
    expect(opened).toBe('https://www.myminfin.be/')
    await page.getByText(/copié : collez-le dans le portail\./).waitFor()
    await page.bringToFront()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(number)
  })
})

const cellsOf = (page: Page, field: string) => page.locator(`[role="gridcell"][col-id="${field}"]`)

/** The ten digits of the client in a row, as an address has them. */
const numberIn = async (page: Page, row: number): Promise<string> =>
  ((await cellsOf(page, 'identity.enterpriseNumber').nth(row).textContent()) ?? '').replaceAll(/\D/g, '')

async function openLoupe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Loupe' }).click()
  await page.getByRole('menu', { name: 'Loupe' }).waitFor()
}

async function chooseFromLoupe(page: Page, name: string): Promise<void> {
  await openLoupe(page)
  await page.getByRole('menuitem', { name, exact: true }).click()
}

/** Whom the Loupe is about: its first line. */
async function expectClient(page: Page, name: string | undefined): Promise<void> {
  await openLoupe(page)
  const told = await page.getByRole('menu', { name: 'Loupe' }).locator('p').first().textContent()
  await page.keyboard.press('Escape')
  expect(told).toBe(name)
}

/** Lets nothing leave this machine, and tells what a new tab asked for. */
async function keepAtHome(page: Page, home: string) {
  const asked: string[] = []
  await page.context().route(
    url => url.origin !== home,
    async route => {
      asked.push(route.request().url())
      await route.abort()
    },
  )
  return {
    asked,
    async openedBy(act: () => Promise<void>): Promise<string | undefined> {
      const [tab] = await Promise.all([page.context().waitForEvent('page'), act()])
      await expect.poll(() => asked.length, PATIENT).toBe(1)
      await tab.close()
      return asked.pop()
    },
  }
}

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openList, PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

const DUTCH = { field: 'identity.language', op: 'in' as const, value: ['nl'] }

describe('What colleagues change', () => {
  const demo = runDemo(60)

  const languageOf = (page: Page, row: number) =>
    page.locator(`[role="row"][row-index="${row}"] [col-id="identity.language"]`)
  const idOfRow = async (page: Page, row: number): Promise<number> => {
    const answer = await page.request.post(`${demo().address}/api/clients/query`, {
      data: { filter: DUTCH, sort: [{ field: 'identity.name' }] },
    })
    return (await answer.json()).ids[row]
  }
  const change = async (page: Page, ids: readonly number[], value: string) => {
    const data = {
      selection: { ids },
      edits: [{ field: 'identity.language', verb: 'set', value }],
      apply: true,
    }
    expect((await page.request.post(`${demo().address}/api/change-sets`, { data })).ok()).toBe(true)
  }

  test('shows in the open list of another by itself, in its place, within two seconds', async () => {
    const mine = await demo().visit('manager')
    const theirs = await demo().visit('admin')
    await openList(mine, demo().address, DUTCH)
    await expect.poll(() => languageOf(mine, 1).textContent(), PATIENT).toContain('nl')
    const id = await idOfRow(theirs, 1)
    const name = await mine
      .locator('[role="row"][row-index="1"] [col-id="identity.name"]')
      .first()
      .textContent()
    await change(theirs, [id], 'de')
    await expect.poll(() => languageOf(mine, 1).textContent(), { timeout: 2_000 }).toContain('de')
    // It stays where it was, although the filter no longer finds it.
    expect(
      await mine.locator('[role="row"][row-index="1"] [col-id="identity.name"]').first().textContent(),
    ).toContain(String(name).trim())
    await change(theirs, [id], 'nl')
    await expect.poll(() => languageOf(mine, 1).textContent(), PATIENT).toContain('nl')
  })

  test('shows in every tab, over one stream, whichever tab is closed', async () => {
    const first = await demo().visit('manager')
    const second = await first.context().newPage()
    let streams = 0
    first.context().on('request', request => {
      if (request.url().endsWith('/api/changes/stream')) streams++
    })
    await openList(second, demo().address, DUTCH)
    await expect.poll(() => languageOf(second, 0).textContent(), PATIENT).toContain('nl')
    expect(streams).toBe(0)
    const boss = await demo().visit('admin')
    const id = await idOfRow(boss, 0)
    await change(boss, [id], 'fr')
    await expect.poll(() => languageOf(second, 0).textContent(), PATIENT).toContain('fr')
    await first.close()
    await change(boss, [id], 'nl')
    await expect.poll(() => languageOf(second, 0).textContent(), PATIENT).toContain('nl')
  })

  test('is caught up with once the connection is back', async () => {
    const mine = await demo().visit('manager')
    await openList(mine, demo().address, DUTCH)
    await expect.poll(() => languageOf(mine, 2).textContent(), PATIENT).toContain('nl')
    const theirs = await demo().visit('admin')
    const id = await idOfRow(theirs, 2)
    await mine.context().setOffline(true)
    await change(theirs, [id], 'en')
    await mine.context().setOffline(false)
    await expect.poll(() => languageOf(mine, 2).textContent(), PATIENT).toContain('en')
    await change(theirs, [id], 'nl')
  })
})

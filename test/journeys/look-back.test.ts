import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { PATIENT } from '#test/factories/browser.ts'
import { runDemo } from '#test/factories/running-demo.ts'

describe('Someone who looks back', () => {
  const demo = runDemo(60)

  const ask = async (page: Page, path: string, data: object) => {
    const answer = await page.request.post(`${demo().address}${path}`, { data })
    expect(answer.ok()).toBe(true)
    return answer.json()
  }
  const speaking = async (page: Page, language: string): Promise<{ id: number; name: string }[]> => {
    const { rows } = await ask(page, '/api/clients/query', {
      filter: { field: 'identity.language', op: 'in', value: [language] },
      sort: [{ field: 'identity.name' }],
      first: 10,
      fields: ['identity.name'],
    })
    return rows.map(({ id, values }: { id: number; values: Record<string, string> }) => ({
      id,
      name: values['identity.name'],
    }))
  }
  const change = (page: Page, ids: readonly number[], field: string, value: string | boolean) =>
    ask(page, '/api/change-sets', {
      selection: { ids },
      edits: [{ field, verb: 'set', value }],
      apply: true,
    })
  const languagesOf = async (page: Page, ids: readonly number[]): Promise<string[]> => {
    const { rows } = await ask(page, '/api/clients/rows', { ids, fields: ['identity.language'] })
    return rows.map(({ values }: { values: Record<string, string> }) => values['identity.language'])
  }

  test('reads in words what was changed, finds it by its client, unfolds it, undoes it and redoes it', async () => {
    const page = await demo().visit('manager')
    const clients = (await speaking(page, 'fr')).slice(0, 3)
    const ids = clients.map(({ id }) => id)
    const [first] = clients
    if (!first) throw new Error('The demo has no client who speaks French.')
    await change(page, ids, 'identity.language', 'nl')
    await page.getByRole('link', { name: 'Historique', exact: true }).click()
    const sentence = 'Langue : Français → Néerlandais pour 3 clients'
    const entry = page.getByRole('button', { name: sentence, exact: true })
    await entry.waitFor()
    await page.getByRole('heading', { name: 'Aujourd’hui' }).waitFor()

    await page.getByRole('combobox', { name: 'Client' }).fill(first.name)
    await page.getByRole('option', { name: first.name, exact: true }).first().click()
    await page.getByRole('heading', { name: `Historique de ${first.name}` }).waitFor()
    expect(page.url()).toContain(`client=${first.id}`)
    await entry.click()
    const lines = page.getByRole('region', { name: 'Valeurs, avant et après' })
    await expect.poll(() => lines.getByRole('row').count(), PATIENT).toBe(4)
    expect(await lines.getByText(first.name).first().isVisible()).toBe(true)

    await page.getByRole('button', { name: `Annuler : ${sentence}` }).click()
    await page.getByRole('dialog').getByText('3 clients reviendront comme avant').waitFor()
    await page.getByRole('button', { name: 'Annuler la modification' }).click()
    await page.getByText('Annulé : 3 clients sont revenus comme avant.').waitFor()
    expect(await languagesOf(page, ids)).toEqual(['fr', 'fr', 'fr'])
    const again = page.getByRole('button', { name: `Rétablir : Annulation de « ${sentence} »` })
    await again.waitFor()
    expect(
      await page.getByRole('button', { name: `Annuler : ${sentence}` }).getAttribute('aria-disabled'),
    ).toBe('true')

    await again.click()
    await page.getByRole('button', { name: 'Rétablir la modification' }).click()
    await page.getByText('Rétabli : 3 clients sont modifiés à nouveau.').waitFor()
    expect(await languagesOf(page, ids)).toEqual(['nl', 'nl', 'nl'])
  })

  test('opens the history of a cell from the list, by mouse and by keyboard', async () => {
    const page = await demo().visit('manager')
    const cell = page.locator('.ag-row[row-index="0"] .ag-cell[col-id="identity.language"]')
    const name =
      (await page.locator('.ag-row[row-index="0"] .ag-cell[col-id="identity.name"]').textContent()) ?? ''
    await cell.click({ button: 'right' })
    const menu = page.getByRole('menu', { name: `Langue de ${name}` })
    await menu.getByRole('menuitem', { name: 'Modifier' }).waitFor()
    await page.keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await page.keyboard.press('Shift+F10')
    await menu.waitFor()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.waitForURL(/historique\?client=\d+&field=identity\.language/)
    await page.getByRole('heading', { name: `Historique de ${name}` }).waitFor()
  })

  test('brings a client back from the bin, which only an administrator could empty, and not yet', async () => {
    const page = await demo().visit('admin')
    const [client] = (await speaking(page, 'fr')).slice(-1)
    if (!client) throw new Error('The demo has no client who speaks French.')
    await change(page, [client.id], 'client.inBin', true)
    await page.getByRole('link', { name: 'Corbeille' }).click()
    const row = page.getByRole('row').filter({ hasText: client.name })
    await row.getByRole('checkbox').check()
    const erase = page.getByRole('button', { name: 'Supprimer définitivement' })
    expect(await erase.getAttribute('aria-description')).toMatch(
      /^Possible à partir du \d\d\/\d\d\/20\d\d\.$/,
    )
    await page.getByRole('button', { name: 'Restaurer' }).click()
    await page.getByText('1 client est de retour dans la liste.').waitFor()
    await page.getByText('La corbeille est vide.').waitFor()
    await page.goto(`${demo().address}/historique?client=${client.id}`)
    await page.getByRole('button', { name: `Restauré : ${client.name}`, exact: true }).waitFor()
    await page.getByRole('button', { name: `Mis à la corbeille : ${client.name}`, exact: true }).waitFor()
  })

  test('who may only read sees what was done, and why she cannot undo or restore', async () => {
    const page = await demo().visit('lecture')
    const [first, second] = await speaking(page, 'nl')
    const boss = await demo().visit('admin')
    await page.goto(`${demo().address}/historique?client=${first?.id}&field=identity.language`)
    await page.getByText('Aucune modification ne correspond à ces filtres.').waitFor()
    // Both pages are open while a colleague changes what they show.
    await change(boss, [first?.id ?? 0], 'identity.language', 'de')
    const undo = page.getByRole('button', { name: /^Annuler : Langue : Néerlandais → Allemand/ })
    expect(await undo.getAttribute('aria-description')).toBe(
      'Vous n’avez pas le droit de modifier ces données.',
    )
    await page.getByRole('link', { name: 'Corbeille' }).click()
    await page.getByText('La corbeille est vide.').waitFor()
    await change(boss, [second?.id ?? 0], 'client.inBin', true)
    await page
      .getByRole('row')
      .filter({ hasText: second?.name ?? '' })
      .getByRole('checkbox')
      .check()
    expect(await page.getByRole('button', { name: 'Restaurer' }).getAttribute('aria-description')).toBe(
      'Réservé aux managers et aux administrateurs.',
    )
    expect(
      await page.getByRole('button', { name: 'Supprimer définitivement' }).getAttribute('aria-description'),
    ).toBe('Réservé aux administrateurs.')
  })

  test('deletes for good what has been kept for long enough, once told that there is no way back', async () => {
    const page = await demo().visit('admin')
    const [client] = (await speaking(page, 'fr')).slice(-1)
    if (!client) throw new Error('The demo has no client who speaks French.')
    await change(page, [client.id], 'client.inBin', true)
    await demo().changeData(async ({ pool }) => {
      await pool.query(
        "UPDATE clients SET deleted_at = now() - interval '11 years', client_until = NULL, billed_to_id = NULL WHERE id = $1",
        [client.id],
      )
    })
    await page.goto(`${demo().address}/corbeille`)
    await page.getByRole('row').filter({ hasText: client.name }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
    const question = page.getByRole('dialog')
    await question.getByText('Il n’y a pas de retour en arrière possible.').waitFor()
    await question.getByRole('button', { name: 'Supprimer définitivement' }).click()
    await page.getByText('1 client supprimé définitivement.').waitFor()
    await page.getByRole('link', { name: 'Historique', exact: true }).click()
    const undo = page.getByRole('button', { name: 'Annuler : 1 client supprimé définitivement' })
    expect(await undo.getAttribute('aria-description')).toContain('pas de retour en arrière possible')
  })
})

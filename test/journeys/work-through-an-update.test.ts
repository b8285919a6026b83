import { describe, expect, test } from 'vitest'
import { runDemo } from '#test/factories/running-demo.ts'

describe('A page that was open while the server was updated', () => {
  const demo = runDemo(60)

  test('opens its view anew when a file is gone, and works on', async () => {
    const page = await demo().visit('admin')
    await page.getByRole('button', { name: /^Personnes morales/ }).click()
    await page.waitForURL(/filter=/)
    const address = page.url()
    await page.route('**/assets/columns-panel-*.js', route => route.abort(), { times: 1 })
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await reloaded
    expect(page.url()).toBe(address)
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).waitFor()
  })

  test('says so when the file stays away, and offers to try again', async () => {
    const page = await demo().visit('collab')
    await page.route('**/assets/columns-panel-*.js', route => route.abort())
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await reloaded
    await page.getByRole('button', { name: 'Colonnes' }).click()
    await page.getByRole('button', { name: 'Réessayer' }).waitFor()
  })
})

import { beforeAll, expect, test } from 'vitest'
import { openFirmDb } from '#platform/db/firm-db.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, type TestFirm } from '#test/factories/test-firm.ts'
import type { ColumnLayout } from '../column-layout-api.ts'
import { findColumnLayout, putColumnLayout, removeColumnLayout } from './column-layout-queries.ts'

const LAYOUT: ColumnLayout = {
  order: ['identity.name', 'identity.kind'],
  shown: ['identity.name'],
  foldedGroups: ['aml'],
  widths: { 'identity.name': 300 },
  sort: [{ field: 'identity.name', desc: true }],
}

onEachDatabase('The arrangement of the columns', database => {
  let firm: TestFirm
  beforeAll(async () => {
    firm = await makeFirm(database())
  })

  test('is the default until one is kept, and again once it is given up', async () => {
    expect(await findColumnLayout(firm.db)).toBeUndefined()
    await putColumnLayout(firm.db, LAYOUT)
    expect(await findColumnLayout(firm.db)).toEqual(LAYOUT)
    await removeColumnLayout(firm.db)
    expect(await findColumnLayout(firm.db)).toBeUndefined()
  })

  test('is replaced by the next one', async () => {
    await putColumnLayout(firm.db, LAYOUT)
    await putColumnLayout(firm.db, { ...LAYOUT, foldedGroups: [] })
    expect(await findColumnLayout(firm.db)).toEqual({ ...LAYOUT, foldedGroups: [] })
  })

  test('is each user’s own', async () => {
    await putColumnLayout(firm.db, LAYOUT)
    const colleague = openFirmDb(database(), firm.db.firmId, firm.userIds[1] ?? 0)
    expect(await findColumnLayout(colleague)).toBeUndefined()
    await removeColumnLayout(colleague)
    expect(await findColumnLayout(firm.db)).toEqual(LAYOUT)
  })

  test('keeps names as odd as they come', async () => {
    const odd = { ...LAYOUT, order: ['\u0000', '\ud800', "'; --", '🙂'] }
    await putColumnLayout(firm.db, odd)
    expect(await findColumnLayout(firm.db)).toEqual(odd)
  })
})

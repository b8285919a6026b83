import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { clients } from '#features/clients/server/client-tables.ts'
import { users } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import { actorOf, checkFile, reportOf, stageFile } from '#test/factories/test-import.ts'
import type { ImportMapping } from '../imports-api.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { imports } from './import-tables.ts'
import { showImport } from './show-import.ts'
import { stageImport } from './stage-import.ts'

onEachDatabase('An import is refused', database => {
  let firm: TestFirm
  let admin: Actor

  beforeEach(async () => {
    firm = await makeFirm(database())
    admin = await actorOf(database(), firm)
  })

  const apply = (id: number, acceptWarnings = false) =>
    applyImport(admin, id, { acceptWarnings }, TEST_SECRETS)
  const namesInFirm = async () => (await firm.db.select(clients)).map(({ name }) => name).sort()

  test.each<[string, Uint8Array, string]>([
    ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'wrongType'],
    ['that holds nothing', Buffer.from('\n\n'), 'empty'],
    ['with 600 columns', Buffer.from(`Nom\n${'a;'.repeat(600)}`), 'tooManyColumns'],
    ['with 100 001 rows', Buffer.from(`Nom\n${'a\n'.repeat(100_000)}`), 'tooManyRows'],
  ])('for a file %s, with nothing kept of it', async (_what, bytes, problem) => {
    await expect(stageImport(admin, { name: 'a.csv', bytes }, TEST_SECRETS)).rejects.toMatchObject({
      fields: [expect.objectContaining({ path: 'file', problem })],
    })
    expect(await firm.db.select(imports)).toEqual([])
  })

  test('a second time', async () => {
    const id = await checkFile(admin)
    await apply(id)
    await expect(apply(id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await namesInFirm()).toHaveLength(2)
  })

  test('before it was checked', async () => {
    const { id } = await stageFile(admin)
    await expect(apply(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('to collaborators and readers', async () => {
    const collaborator = await actorOf(database(), firm, firm.userIds[1])
    await expect(stageFile(collaborator)).rejects.toMatchObject({ code: 'noRight' })
  })

  test('to who has lost a portfolio since the check', async () => {
    const id = await checkFile(admin)
    const poorer = { ...admin, portfolios: new Map([[firm.portfolioIds[0] ?? 0, 'read' as const]]) }
    await expect(applyImport(poorer, id, { acceptWarnings: false }, TEST_SECRETS)).rejects.toMatchObject({
      code: 'noRight',
    })
    expect(await namesInFirm()).toEqual([])
  })

  test('to everybody but the user who brought the file', async () => {
    const id = await checkFile(admin)
    const [, , other = 0] = firm.userIds
    await firm.db.update(users, { role: 'administrator' }, eq(users.id, other))
    const colleague = await actorOf(database(), firm, other)
    await expect(showImport(colleague, id, TEST_SECRETS)).rejects.toMatchObject({ code: 'notFound' })
    await expect(reportOf(colleague, id)).rejects.toMatchObject({ code: 'notFound' })
  })

  test.each<[string, Partial<ImportMapping>, string]>([
    ['no name', { columns: [{ column: 0, target: 'identity.enterpriseNumber' }] }, 'nameNotMapped'],
    [
      'a field twice',
      {
        columns: [
          { column: 1, target: 'identity.name' },
          { column: 2, target: 'identity.name' },
        ],
      },
      'mappedTwice',
    ],
    [
      'a computed field',
      {
        columns: [
          { column: 1, target: 'identity.name' },
          { column: 2, target: 'status.active' },
        ],
      },
      'noSuchTarget',
    ],
    [
      'a house number without a street',
      {
        columns: [
          { column: 1, target: 'identity.name' },
          { column: 2, target: 'contact.street#number' },
        ],
      },
      'partWithoutField',
    ],
    ['another sheet', { sheet: 1 }, 'noSuchSheet'],
    ['a portfolio of nobody', { defaultPortfolio: 999_999 }, 'noSuchDefaultPortfolio'],
  ])('with %s among the columns', async (_what, change, problem) => {
    const { id, mapping } = await stageFile(admin)
    await expect(checkImport(admin, id, { ...mapping, ...change }, TEST_SECRETS)).rejects.toMatchObject({
      code: 'badInput',
      fields: [expect.objectContaining({ problem })],
    })
  })
})

import { beforeEach, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'
import type { HeldValues } from '../change-sets-api.ts'

onEachDatabase('What a selection of clients has', database => {
  let app: TestApplication
  let boss: string

  beforeEach(async () => {
    app = await makeApplication(database())
    await app.addUser(`boss@${app.firm.db.firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${app.firm.db.firmId}.test`)
  })

  const read = async (ids: readonly number[], fields: readonly string[], cookie = boss) => {
    const { json } = await app.ask('POST', '/api/change-sets/values', { cookie, body: { ids, fields } })
    if (!json.fields) throw new Error(JSON.stringify(json))
    return json as { clients: number; fields: HeldValues[] }
  }

  test('is told by how often each value occurs, and how many clients lack one', async () => {
    const ids = await makeClients(app.firm, [
      { 'identity.language': 'fr', 'billing.flatAmount': '100.00' },
      { 'identity.language': 'fr', 'billing.flatAmount': '100.00' },
      { 'identity.language': 'nl' },
      {},
    ])
    const { clients, fields } = await read(ids, ['identity.language', 'billing.flatAmount'])
    expect(clients).toBe(4)
    expect(fields[0]).toEqual({
      field: 'identity.language',
      distinct: 2,
      missing: 1,
      values: [
        { value: 'fr', label: 'fr', count: 2 },
        { value: 'nl', label: 'nl', count: 1 },
      ],
    })
    expect(fields[1]?.values).toEqual([{ value: '100.00', label: expect.stringMatching(/100,00/), count: 2 }])
  })

  test('has only the most frequent of many values, but all of its labels', async () => {
    const [horeca = 0, immo = 0] = app.firm.labelIds
    const ids = await makeClients(
      app.firm,
      Array.from({ length: 10 }, (_, index) => ({
        'contact.city': `Ville ${index}`,
        'identity.labels': index < 3 ? [horeca, immo] : index < 5 ? [horeca] : null,
      })),
    )
    const { fields } = await read(ids, ['contact.city', 'identity.labels'])
    expect(fields[0]?.distinct).toBe(10)
    expect(fields[0]?.values).toHaveLength(6)
    expect(fields[1]).toEqual({
      field: 'identity.labels',
      distinct: 2,
      missing: 5,
      values: [
        { value: horeca, label: 'Horeca', count: 5 },
        { value: immo, label: 'Immo', count: 3 },
      ],
    })
  })

  test('tells of no client that the user may not read, and nothing of a national number but that it is there', async () => {
    const [mine = 0, theirs = 0] = app.firm.portfolioIds
    const [open = 0, hidden = 0] = await makeClients(app.firm, [
      { 'assignment.portfolio': mine, 'identity.kind': 'private', 'identity.nationalNumber': '85073003328' },
      { 'assignment.portfolio': theirs, 'identity.language': 'de' },
    ])
    const email = `collab@${app.firm.db.firmId}.test`
    const userId = await app.addUser(email, 'collaborator')
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: mine, userId, level: 'read' }])
    const answer = await read(
      [open, hidden],
      ['identity.language', 'identity.nationalNumber'],
      await app.signIn(email),
    )
    expect(answer.clients).toBe(1)
    expect(answer.fields[0]?.values).toEqual([])
    expect(JSON.stringify(answer.fields[1])).not.toContain('85073003328')
    expect(answer.fields[1]?.distinct).toBe(1)
  })
})

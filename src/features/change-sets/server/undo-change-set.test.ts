import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { portfolioMembers, users } from '#features/firm/server/firm-tables.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

onEachDatabase('Undoing what others did', database => {
  let app: TestApplication
  let boss: string
  let manager: string
  /** Edits the first portfolio, and may know of no other. */
  let collaborator: string
  let [here, alsoHere, elsewhere]: number[] = []

  beforeEach(async () => {
    app = await makeApplication(database())
    boss = await signedIn('administrator', [])
    manager = await signedIn('manager', app.firm.portfolioIds)
    collaborator = await signedIn('collaborator', app.firm.portfolioIds.slice(0, 1))
    const [first = 0, second = 0] = app.firm.portfolioIds
    ;[here, alsoHere, elsewhere] = await makeClients(
      app.firm,
      [first, first, second].map(portfolio => ({
        'assignment.portfolio': portfolio,
        'identity.language': 'fr',
      })),
    )
  })

  const signedIn = async (role: FirmRole, portfolioIds: readonly number[]) => {
    const email = `${role}@${app.firm.db.firmId}.test`
    const userId = await app.addUser(email, role)
    const rights = portfolioIds.map(portfolioId => ({ portfolioId, userId, level: 'edit' as const }))
    if (rights.length > 0) await app.firm.db.insert(portfolioMembers, rights)
    return app.signIn(email)
  }
  const set = async (ids: readonly (number | undefined)[], value: FieldValue, cookie = manager) => {
    const edits = [{ field: 'identity.language', verb: 'set', value }]
    const body = { selection: { ids }, edits, apply: true }
    return (await app.ask('POST', '/api/change-sets', { cookie, body })).json
  }
  const undo = (id: number, cookie: string) => app.ask('POST', `/api/change-sets/${id}/undo`, { cookie })
  const stateOf = async (id: number) =>
    (await app.ask('GET', `/api/change-sets/${id}`, { cookie: boss })).json.state
  const languages = async () => {
    const body = { ids: [here, alsoHere, elsewhere], fields: ['identity.language'] }
    const { rows } = (await app.ask('POST', '/api/clients/rows', { cookie: boss, body })).json
    const byId = new Map(
      rows.map((row: { id: number; values: Record<string, string> }) => [row.id, row.values]),
    ) as Map<number | undefined, Record<string, string>>
    return [here, alsoHere, elsewhere].map(id => byId.get(id)?.['identity.language'])
  }

  test('reaches as far as one may know, tells of nothing else, and leaves the rest to be undone', async () => {
    const { id } = await set([here, alsoHere, elsewhere], 'nl')
    await set([alsoHere], 'de')
    const { json } = await undo(id, collaborator)
    expect(json).toMatchObject({
      changed: 1,
      skippedCount: 1,
      skipped: [{ client: alsoHere, field: 'identity.language', reason: 'changed' }],
    })
    const history = await app.ask('GET', `/api/change-sets/${json.id}`, { cookie: boss })
    expect(history.json.summary).toMatchObject([{ field: 'identity.language', clients: 1 }])
    expect(await languages()).toEqual(['fr', 'de', 'nl'])
    expect(await stateOf(id)).toBe('applied')
    expect((await undo(id, manager)).json).toMatchObject({ changed: 1, skippedCount: 2 })
    expect(await languages()).toEqual(['fr', 'de', 'fr'])
    expect(await stateOf(id)).toBe('undone')
  })

  test('stays possible for who may do more, also where more was left alone than is told', async () => {
    const [first = 0, second = 0] = app.firm.portfolioIds
    const mail = `collaborator@${app.firm.db.firmId}.test`
    const [{ id: reader = 0 } = {}] = await app.firm.db.select(users, eq(users.email, mail))
    await app.firm.db.insert(portfolioMembers, [{ portfolioId: second, userId: reader, level: 'read' }])
    const many = await makeClients(
      app.firm,
      Array.from({ length: 1_001 }, () => ({ 'assignment.portfolio': first, 'identity.language': 'fr' })),
    )
    const { id } = await set([...many, here, elsewhere], 'nl')
    await set(many, 'de')
    expect((await undo(id, collaborator)).json).toMatchObject({ changed: 1, skippedCount: 1_002 })
    expect(await stateOf(id)).toBe('applied')
    expect((await undo(id, manager)).json).toMatchObject({ changed: 1 })
  })

  test('is still possible after it could do nothing', async () => {
    const { id } = await set([here], 'nl')
    const { id: later } = await set([here], 'de')
    expect((await undo(id, manager)).json).toMatchObject({ changed: 0, skipped: [{ reason: 'changed' }] })
    expect(await stateOf(id)).toBe('applied')
    await undo(later, manager)
    expect((await undo(id, manager)).json).toMatchObject({ changed: 1 })
    expect(await languages()).toEqual(['fr', 'fr', 'fr'])
  })

  test('is offered where it can be done, and nowhere else', async () => {
    const label = app.firm.labelIds[0]
    await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: {
        selection: { ids: [here] },
        edits: [{ field: 'identity.labels', verb: 'add', value: [label] }],
        apply: true,
      },
    })
    const deleted = (await app.ask('DELETE', `/api/labels/${label}`, { cookie: boss })).json.changeSet
    const standing = async (cookie: string) =>
      (await app.ask('GET', `/api/change-sets/${deleted}`, { cookie })).json.undo
    expect([await standing(collaborator), await standing(manager)]).toEqual(['noRight', 'yes'])
    expect((await undo(deleted, collaborator)).status).toBe(403)
    expect((await undo(deleted, manager)).status).toBe(200)
  })

  test('puts a client back to a colleague who has left, whom no plan could still choose', async () => {
    const assign = (value: number | undefined, apply: boolean) =>
      app.ask('POST', '/api/change-sets', {
        cookie: boss,
        body: {
          selection: { ids: [here] },
          edits: [{ field: 'assignment.responsible', verb: value ? 'set' : 'clear', value }],
          apply,
        },
      })
    const [, leaver = 0] = app.firm.userIds
    await assign(leaver, true)
    const cleared = (await assign(undefined, true)).json
    const plan = (await assign(leaver, false)).json
    await app.ask('POST', `/api/collaborators/${leaver}/deactivate`, { cookie: boss, body: {} })
    const applied = await app.ask('POST', `/api/change-sets/${plan.id}/apply`, { cookie: boss })
    expect(applied.json).toMatchObject({ changed: 0, skipped: [{ reason: 'invalid' }] })
    expect((await undo(cleared.id, boss)).json).toMatchObject({ changed: 1 })
  })

  test('leaves a payer alone who is in the bin by now', async () => {
    const bill = (verb: 'set' | 'clear') =>
      app.ask('POST', '/api/change-sets', {
        cookie: boss,
        body: {
          selection: { ids: [here] },
          edits: [{ field: 'billing.billedTo', verb, ...(verb === 'set' && { value: elsewhere }) }],
          apply: true,
        },
      })
    await bill('set')
    const cleared = (await bill('clear')).json
    await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: {
        selection: { ids: [elsewhere] },
        edits: [{ field: 'client.inBin', verb: 'set', value: true }],
        apply: true,
      },
    })
    expect((await undo(cleared.id, boss)).json).toMatchObject({
      changed: 0,
      skipped: [{ reason: 'invalid' }],
    })
  })

  test('out of a VAT group, takes no number that somebody has got meanwhile', async () => {
    const vat = async (id: number | undefined, status: string, number?: string) =>
      (
        await app.ask('POST', '/api/change-sets', {
          cookie: boss,
          body: {
            selection: { ids: [id] },
            edits: [
              { field: 'status.vatStatus', verb: 'set', value: status },
              ...(number ? [{ field: 'identity.vatNumber', verb: 'set', value: number }] : []),
            ],
            apply: true,
          },
        })
      ).json
    await vat(here, 'monthly', 'BE0403170701')
    const joined = await vat(here, 'vatGroup')
    expect(await vat(alsoHere, 'monthly', 'BE0403170701')).toMatchObject({ changed: 1 })
    expect((await undo(joined.id, boss)).json).toMatchObject({
      changed: 0,
      skipped: [{ client: here, field: 'status.vatStatus', reason: 'invalid' }],
    })
  })
})

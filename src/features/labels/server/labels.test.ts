import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

onEachDatabase('Labels', database => {
  let app: TestApplication
  let boss: string
  let manager: string
  /** Edits the first portfolio; knows nothing of the second. */
  let collaborator: string
  let reader: string

  beforeEach(async () => {
    app = await makeApplication(database())
    const { db, portfolioIds } = app.firm
    const member = async (name: string, role: 'administrator' | 'manager' | 'collaborator' | 'readOnly') => {
      const userId = await app.addUser(`${name}@${db.firmId}.test`, role)
      if (role !== 'administrator') {
        await db.insert(portfolioMembers, [{ portfolioId: portfolioIds[0] ?? 0, userId, level: 'edit' }])
      }
      return app.signIn(`${name}@${db.firmId}.test`)
    }
    boss = await member('boss', 'administrator')
    manager = await member('manager', 'manager')
    collaborator = await member('collab', 'collaborator')
    reader = await member('reader', 'readOnly')
  })

  const create = (name: string, cookie = boss) =>
    app.ask('POST', '/api/labels', { cookie, body: { name, color: 'teal' } })
  const namesOf = async () =>
    (await app.ask('GET', '/api/labels', { cookie: boss })).json.labels.map(
      ({ name }: { name: string }) => name,
    )
  const undo = (id: number, cookie = boss) => app.ask('POST', `/api/change-sets/${id}/undo`, { cookie })
  /** Labels of each client, those in the bin and of deleted labels included. */
  const labelsOn = async (ids: readonly number[]) => {
    const rows = await app.firm.db.query<{ id: number; labels: number[] }>(sql`
      SELECT c.id, ARRAY(SELECT label_id FROM client_labels WHERE firm_id = c.firm_id AND client_id = c.id ORDER BY 1) AS labels
      FROM clients c WHERE c.firm_id = ${app.firm.db.firmId} AND c.id = ANY(${sql.param(ids)}::integer[]) ORDER BY c.id`)
    return rows.map(({ labels }) => labels)
  }
  /** In both portfolios, and one in the bin; the first label on all, the second on the first client. */
  const makeLabelled = async () => {
    const [first = 0, second = 0] = app.firm.labelIds
    const [near = 0, far = 0] = app.firm.portfolioIds
    const ids = await makeClients(app.firm, [
      { 'identity.labels': [first, second], 'assignment.portfolio': near },
      { 'identity.labels': [first], 'assignment.portfolio': far },
      { 'identity.labels': [first], 'assignment.portfolio': near },
    ])
    await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: {
        selection: { ids: [ids[2]] },
        edits: [{ field: 'client.inBin', verb: 'set', value: true }],
        apply: true,
      },
    })
    return { ids, first, second }
  }

  test('are created by whoever may change a client, and by nobody else', async () => {
    expect(await create('Priorité', collaborator)).toMatchObject({ status: 200, json: { name: 'Priorité' } })
    expect((await create('Autre', reader)).status).toBe(403)
    expect(await namesOf()).toEqual(['Construction', 'Horeca', 'Immo', 'Priorité'])
  })

  test('have names that differ by more than case and accents', async () => {
    await create('Évaluation')
    expect(await create('EVALUATION')).toMatchObject({ status: 409, json: { error: { code: 'nameTaken' } } })
    expect((await create('  \u0007 ')).status).toBe(400)
  })

  test('are renamed and coloured by managers, not by collaborators', async () => {
    const [id] = app.firm.labelIds
    const body = { name: 'Restaurants', color: 'red' }
    expect((await app.ask('PATCH', `/api/labels/${id}`, { cookie: collaborator, body })).status).toBe(403)
    expect((await app.ask('PATCH', `/api/labels/${id}`, { cookie: manager, body })).json).toMatchObject(body)
    const { json } = await app.ask('GET', '/api/change-sets', { cookie: boss })
    expect(json.changeSets[0].settings).toEqual([
      { entity: 'label', id, name: 'Horeca', field: 'color', before: 'blue', after: 'red' },
      { entity: 'label', id, name: 'Horeca', field: 'name', before: 'Horeca', after: 'Restaurants' },
    ])
  })

  test('go from all clients when deleted, those in the bin included, and come back when that is undone', async () => {
    const { ids, first, second } = await makeLabelled()
    const { json } = await app.ask('DELETE', `/api/labels/${first}`, { cookie: boss })
    expect(json).toMatchObject({ clients: 2 })
    expect(await labelsOn(ids)).toEqual([[second], [], []])
    expect(await namesOf()).toEqual(['Construction', 'Immo'])

    expect((await undo(json.changeSet)).json).toMatchObject({ changed: 3, skippedCount: 0 })
    expect(await labelsOn(ids)).toEqual([[first, second], [first], [first]])
    expect(await namesOf()).toEqual(['Construction', 'Horeca', 'Immo'])
  })

  test('tell a manager of no client that she may not read, and change it all the same', async () => {
    const { ids, first, second } = await makeLabelled()
    const { json } = await app.ask('DELETE', `/api/labels/${first}`, { cookie: manager })
    expect(json).toMatchObject({ clients: 1 })
    expect(await labelsOn(ids)).toEqual([[second], [], []])
  })

  test('merge into another, which can be undone and redone', async () => {
    const { ids, first, second } = await makeLabelled()
    const merge = `/api/labels/${first}/merge`
    expect((await app.ask('POST', merge, { cookie: collaborator, body: { into: second } })).status).toBe(403)
    expect((await app.ask('POST', merge, { cookie: boss, body: { into: first } })).status).toBe(400)
    const { json } = await app.ask('POST', merge, { cookie: boss, body: { into: second } })
    expect(await labelsOn(ids)).toEqual([[second], [second], [second]])

    const { json: undone } = await undo(json.changeSet)
    expect(await labelsOn(ids)).toEqual([[first, second], [first], [first]])
    await undo(undone.id)
    expect(await labelsOn(ids)).toEqual([[second], [second], [second]])
    expect(await namesOf()).toEqual(['Construction', 'Immo'])
  })

  test('are not taken back by undoing their creation once a client has them', async () => {
    const { json: label } = await create('Priorité', collaborator)
    const [id = 0] = await makeClients(app.firm, [{}])
    const edits = [{ field: 'identity.labels', verb: 'add', value: [label.id] }]
    await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: { selection: { ids: [id] }, edits, apply: true },
    })
    expect((await undo(label.changeSet, collaborator)).status).toBe(409)
    edits[0] = { field: 'identity.labels', verb: 'remove', value: [label.id] }
    await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: { selection: { ids: [id] }, edits, apply: true },
    })
    expect((await undo(label.changeSet, collaborator)).status).toBe(200)
    expect(await namesOf()).not.toContain('Priorité')
  })

  test('are not undone by who may not manage them, nor when another has taken the name', async () => {
    const { first } = await makeLabelled()
    const { json } = await app.ask('DELETE', `/api/labels/${first}`, { cookie: boss })
    expect((await undo(json.changeSet, collaborator)).status).toBe(403)
    await create('HORECA')
    expect(await undo(json.changeSet)).toMatchObject({ status: 409, json: { error: { code: 'nameTaken' } } })
  })

  test('that were deleted since a change was planned are put on nobody', async () => {
    const [label = 0] = app.firm.labelIds
    const [id = 0] = await makeClients(app.firm, [{}])
    const { json: plan } = await app.ask('POST', '/api/change-sets', {
      cookie: boss,
      body: { selection: { ids: [id] }, edits: [{ field: 'identity.labels', verb: 'add', value: [label] }] },
    })
    await app.ask('DELETE', `/api/labels/${label}`, { cookie: boss })
    const { json } = await app.ask('POST', `/api/change-sets/${plan.id}/apply`, { cookie: boss })
    expect(json).toMatchObject({ changed: 0, skipped: [{ client: id, reason: 'invalid' }] })
    expect(await labelsOn([id])).toEqual([[]])
  })
})

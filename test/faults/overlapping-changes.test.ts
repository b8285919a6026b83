import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'

const CLIENTS = 120
const PLANS = 12
const FIELDS = ['identity.name', 'contact.city', 'assignment.responsible'] as const

onEachDatabase('Plans that overlap and are applied at the same moment', database => {
  let app: TestApplication
  let users: string[]
  let ids: number[]

  beforeAll(async () => {
    app = await makeApplication(database())
    ids = await makeClients(
      app.firm,
      Array.from({ length: CLIENTS }, () => ({ 'contact.city': 'Namur' })),
    )
    users = []
    for (const name of ['one', 'two', 'three']) {
      const email = `${name}@${app.firm.db.firmId}.test`
      const userId = await app.addUser(email, 'manager')
      const rights = app.firm.portfolioIds.map(portfolioId => ({
        portfolioId,
        userId,
        level: 'edit' as const,
      }))
      await app.firm.db.insert(portfolioMembers, rights)
      users.push(await app.signIn(email))
    }
  })

  const userOf = (plan: number) => users[plan % users.length] ?? ''
  /** Another order for each, so that locks taken in the order of the request would meet head on. */
  const clientsOf = (plan: number) => {
    const some = ids.filter((_id, index) => (index * 7 + plan * 3) % 4 !== 0)
    return plan % 2 ? some : some.toReversed()
  }
  const valueBy = (field: (typeof FIELDS)[number], plan: number) =>
    field === 'assignment.responsible' ? app.firm.userIds[plan % 3] : `${field} by ${plan}`

  test('have one winner for each cell, and every loser is told', async () => {
    const plans: number[] = []
    for (let plan = 0; plan < PLANS; plan++) {
      const { json } = await app.ask('POST', '/api/change-sets', {
        cookie: userOf(plan),
        body: {
          selection: { ids: clientsOf(plan) },
          edits: FIELDS.map(field => ({ field, verb: 'set', value: valueBy(field, plan) })),
        },
      })
      plans.push(json.id)
    }
    const answers = await Promise.all(
      plans.map((id, plan) => app.ask('POST', `/api/change-sets/${id}/apply`, { cookie: userOf(plan) })),
    )
    expect(answers.map(({ status }) => status)).toEqual(plans.map(() => 200))

    const written = await linesWhere(sql`reason IS NULL`)
    const skipped = await linesWhere(sql`reason = 'changed'`)
    const wanted = new Set(plans.flatMap((_id, plan) => clientsOf(plan)))
    // Each cell that any plan wanted to change was written by exactly one of them.
    expect(new Set(written.map(cellOf)).size).toBe(written.length)
    expect(written).toHaveLength(wanted.size * FIELDS.length)
    expect(written.length + skipped.length).toBe(
      plans.reduce((sum, _id, plan) => sum + clientsOf(plan).length * FIELDS.length, 0),
    )
    expect(answers.reduce((sum, { json }) => sum + json.skippedCount, 0)).toBe(skipped.length)

    const rows = await app.ask('POST', '/api/clients/rows', {
      cookie: userOf(0),
      body: { ids: [...wanted], fields: [...FIELDS] },
    })
    const now = new Map<string, unknown>(
      rows.json.rows.flatMap(({ id, values }: { id: number; values: Record<string, unknown> }) =>
        FIELDS.map(field => [`${id} ${field}`, String(values[field])]),
      ),
    )
    for (const line of written)
      expect([cellOf(line), now.get(cellOf(line))]).toEqual([cellOf(line), line.after])
  })

  const cellOf = (line: { client: number; field: string }) => `${line.client} ${line.field}`
  const linesWhere = (condition: ReturnType<typeof sql>) =>
    app.firm.db.query<{ client: number; field: string; after: string }>(sql`
      SELECT l.client_id AS client, l.field, l.after FROM change_lines l
      JOIN change_sets s ON s.firm_id = l.firm_id AND s.id = l.set_id
      WHERE l.firm_id = ${app.firm.db.firmId} AND s.origin = 'api' AND ${condition}`)
})

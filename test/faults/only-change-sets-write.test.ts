import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRecords } from '#features/change-sets/server/client-records-queries.ts'
import { IN_BIN } from '#features/clients/client-fields.ts'
import { isSameCell } from '#features/clients/server/cell-text.ts'
import { applyImport } from '#features/imports/server/apply-import.ts'
import { fillEveryTable } from '#test/factories/every-table.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, TEST_SECRETS } from '#test/factories/test-firm.ts'
import { actorOf, checkFile } from '#test/factories/test-import.ts'

onEachDatabase('The data of clients', database => {
  let app: TestApplication
  let boss: string

  beforeAll(async () => {
    app = await makeApplication(database())
    await app.addUser(`boss@${app.firm.db.firmId}.test`, 'administrator')
    boss = await app.signIn(`boss@${app.firm.db.firmId}.test`)
  })

  describe('cannot be written by the role of the application', () => {
    const tables = async () => {
      const { rows } = await database().pool.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname ~ '^client(s|_)' ORDER BY 1`,
      )
      return rows.map(({ name }) => name)
    }

    test('in any table', async () => {
      await fillEveryTable(app.firm)
      const names = await tables()
      expect(names.length).toBeGreaterThan(5)
      for (const name of names) {
        for (const statement of [
          `UPDATE ${name} SET firm_id = firm_id`,
          `DELETE FROM ${name}`,
          `INSERT INTO ${name} DEFAULT VALUES`,
          `TRUNCATE ${name}`,
          `SELECT FROM ${name} FOR UPDATE`,
        ]) {
          await expect(app.firm.db.query(sql.raw(statement)), statement).rejects.toMatchObject({
            message: expect.stringMatching(/permission denied/),
          })
        }
      }
    })

    test('nor through a function', async () => {
      const { rows } = await database().pool.query(
        `SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace ORDER BY 1`,
      )
      expect(rows).toEqual([{ proname: 'search_clients' }])
    })
  })

  test('is what the history says, cell by cell, whichever way it was changed', async () => {
    const { firm } = app
    const [a = 0, b = 0, c = 0] = await makeClients(firm, [
      { 'contact.city': 'Namur', 'identity.labels': firm.labelIds.slice(0, 1) },
      { 'identity.kind': 'private', 'aml.nextReview': '2026-01-31' },
      {},
    ])
    const change = async (body: object): Promise<number> =>
      (await app.ask('POST', '/api/change-sets', { cookie: boss, body: { ...body, apply: true } })).json.id
    const edit = (ids: readonly number[], field: string, verb: string, value?: unknown) =>
      change({ selection: { ids }, edits: [{ field, verb, value }] })
    const undo = async (id: number): Promise<number> =>
      (await app.ask('POST', `/api/change-sets/${id}/undo`, { cookie: boss })).json.id
    await edit([a, b, c], 'identity.language', 'set', 'nl')
    await edit([a, b], 'identity.labels', 'add', [firm.labelIds[1]])
    await edit([a], 'identity.labels', 'remove', [firm.labelIds[0]])
    await edit([b], 'aml.nextReview', 'add', 'P1M')
    await edit([b], 'identity.nationalNumber', 'set', '85073003328')
    await edit([a], 'contact.email', 'set', 'a@client.test')
    await edit([a], 'contact.email', 'clear')
    await edit([a], 'assignment.responsible', 'set', firm.userIds[0])
    await edit([c], 'mail.vat', 'set', true)
    await change({ cells: [{ client: c, field: 'billing.flatAmount', text: '1 250,5' }] })
    await undo(await undo(await edit([a, c], 'contact.city', 'set', 'Gent')))
    await edit([c], 'client.inBin', 'set', true)
    const importer = await actorOf(database(), firm)
    await applyImport(importer, await checkFile(importer), { acceptWarnings: true }, TEST_SECRETS)

    const fields = [...firm.catalogue.fields.filter(({ computed }) => !computed), IN_BIN]
    const last = await firm.db.query<{ client: number; field: string; after: string | null }>(sql`
      SELECT DISTINCT ON (l.client_id, l.field) l.client_id AS client, l.field, l.after
      FROM change_lines l JOIN change_sets s ON s.firm_id = l.firm_id AND s.id = l.set_id
      WHERE l.firm_id = ${firm.db.firmId} AND s.version IS NOT NULL AND l.reason IS NULL
        AND l.before IS DISTINCT FROM l.after
      ORDER BY l.client_id, l.field, s.version DESC`)
    const everyone = [...new Set(last.map(({ client }) => client))]
    const records = await readRecords(firm.db, everyone, fields, firm.portfolioIds)
    // Every client came into being in a set.
    const { rows } = await database().pool.query('SELECT count(*) AS n FROM clients WHERE firm_id = $1', [
      firm.db.firmId,
    ])
    expect(everyone).toHaveLength(rows[0].n)
    for (const { client, field: id, after } of last) {
      const index = fields.findIndex(field => field.id === id)
      const field = fields[index]
      const now = records.get(client)?.cells[index] ?? null
      expect([client, id, field && isSameCell(field, now, after)]).toEqual([client, id, true])
    }
    expect(new Set(last.map(({ field }) => field)).size).toBeGreaterThan(9)
  })
})

import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { readClientRows } from '#features/clients/server/client-rows-queries.ts'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { enterpriseCheckDigits } from '#kernel/belgium/enterprise-number.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { LINES_OF_JSON } from '#kernel/progress.ts'
import { makeApplication, type TestApplication } from '#test/factories/test-application.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients } from '#test/factories/test-firm.ts'
import type { ChangeLine } from '../change-sets-api.ts'

onEachDatabase('Changing clients', database => {
  let app: TestApplication
  let boss: string

  beforeEach(async () => {
    app = await makeApplication(database())
    boss = await signedIn('administrator')
  })

  const signedIn = async (role: FirmRole, levels: readonly ('read' | 'edit' | 'manage' | null)[] = []) => {
    const email = `${role}-${levels.join('-')}@${app.firm.db.firmId}.test`
    const userId = await app.addUser(email, role)
    const members = levels.flatMap((level, index) =>
      level === null ? [] : [{ portfolioId: app.firm.portfolioIds[index] ?? 0, userId, level }],
    )
    await app.firm.db.insert(portfolioMembers, members)
    return app.signIn(email)
  }

  const change = (body: object, cookie = boss, headers: Record<string, string> = {}) =>
    app.ask('POST', '/api/change-sets', { cookie, body, headers })
  const set = (ids: readonly number[], field: string, value: FieldValue, more: object = {}) =>
    change({ selection: { ids }, edits: [{ field, verb: 'set', value, ...more }], apply: true })
  const undo = (id: number, cookie = boss) => app.ask('POST', `/api/change-sets/${id}/undo`, { cookie })
  const apply = (id: number, cookie = boss) => app.ask('POST', `/api/change-sets/${id}/apply`, { cookie })

  const valuesOf = async (id: number, fields: readonly string[]): Promise<Record<string, FieldValue>> => {
    const { firm } = app
    const context = {
      catalogue: firm.catalogue,
      language: 'fr' as const,
      today: '2026-06-30',
      readablePortfolios: firm.portfolioIds,
    }
    const columns = fields.flatMap(field => firm.catalogue.byId.get(field) ?? [])
    const [row] = await readClientRows(firm.db, [id], columns, firm.portfolioIds, context)
    if (!row) throw new Error(`No client ${id}`)
    return row.values as Record<string, FieldValue>
  }
  const cellOf = async (id: number, field: string) => (await valuesOf(id, [field]))[field]

  describe('every kind of field', () => {
    const cases: [string, (firm: TestApplication['firm']) => FieldValue, object?][] = [
      ['identity.name', () => 'Nouveau nom'],
      ['identity.kind', () => 'noPersonality'],
      ['identity.legalForm', () => '610'],
      ['identity.enterpriseNumber', () => '0403170701'],
      ['identity.vatNumber', () => 'BE0403170701'],
      ['identity.language', () => 'nl'],
      ['identity.labels', firm => firm.labelIds.slice(0, 2)],
      ['contact.email', () => 'nouveau@client.test'],
      ['contact.phone', () => '02 123 45 67'],
      ['contact.street', () => 'Rue Neuve 1'],
      ['contact.country', () => 'LU'],
      ['organisation.closingDay', () => '06-30'],
      ['status.clientSince', () => '2020-01-31'],
      ['status.vatStatus', () => 'quarterly'],
      ['aml.pep', () => true],
      ['assignment.portfolio', firm => firm.portfolioIds[1] ?? 0],
      ['assignment.responsible', firm => firm.userIds[1] ?? 0],
      ['billing.flatAmount', () => '1250.50'],
      ['mail.vat', () => false],
    ]
    test.each(cases)('is set, and set back by undoing: %s', async (field, value) => {
      const [id = 0] = await makeClients(app.firm, [{}])
      const before = await cellOf(id, field)
      const answer = await set([id], field, value(app.firm))
      expect(answer.json).toMatchObject({ state: 'applied', changed: 1, unchanged: 0, skippedCount: 0 })
      expect(await cellOf(id, field)).toEqual(value(app.firm))
      expect((await set([id], field, value(app.firm))).json).toMatchObject({ changed: 0, unchanged: 1 })
      expect((await undo(answer.json.id)).json).toMatchObject({ state: 'applied', changed: 1, skipped: [] })
      expect(await cellOf(id, field)).toEqual(before)
    })

    test('a national number is set and cleared, sealed in the history, and never told', async () => {
      const [id = 0] = await makeClients(app.firm, [{ 'identity.kind': 'private' }])
      const answer = await set([id], 'identity.nationalNumber', '85.07.30-033.28')
      expect(answer.json).toMatchObject({ changed: 1 })
      expect(await cellOf(id, 'identity.nationalNumber')).toBe('••.••.••-•••.••')
      expect((await set([id], 'identity.nationalNumber', '85073003328')).json).toMatchObject({ unchanged: 1 })
      const found = await app.ask('POST', '/api/clients/query', {
        cookie: boss,
        body: { search: '85073003328' },
      })
      expect(found.json.ids).toEqual([id])
      const { rows } = await database().pool.query('SELECT * FROM change_lines WHERE client_id = $1', [id])
      expect(JSON.stringify(rows)).not.toContain('85073003328')
      expect((await undo(answer.json.id)).json).toMatchObject({ changed: 1 })
      expect(await cellOf(id, 'identity.nationalNumber')).toBeNull()
    })

    test('several fields of several tables at once, each client by its own', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [
        { 'identity.language': 'fr', 'contact.city': 'Namur' },
        { 'identity.language': 'nl', 'contact.email': 'b@client.test' },
      ])
      const answer = await change({
        selection: { ids: [a, b] },
        edits: [
          { field: 'identity.language', verb: 'set', value: 'nl' },
          { field: 'organisation.closingDay', verb: 'set', value: '03-31' },
          { field: 'contact.city', verb: 'set', value: 'Gent' },
          { field: 'contact.email', verb: 'clear' },
          { field: 'mail.vat', verb: 'set', value: true },
        ],
        apply: true,
      })
      expect(answer.json).toMatchObject({
        changed: 2,
        counts: { change: 2, unchanged: 0, refused: 0, lines: 10 },
      })
      const fields = [
        'identity.language',
        'organisation.closingDay',
        'contact.city',
        'contact.email',
        'mail.vat',
      ]
      const expected = {
        'identity.language': 'nl',
        'organisation.closingDay': '03-31',
        'contact.city': 'Gent',
        'contact.email': null,
        'mail.vat': true,
      }
      expect(await valuesOf(a, fields)).toEqual(expected)
      expect(await valuesOf(b, fields)).toEqual(expected)
      await undo(answer.json.id)
      expect(await valuesOf(b, fields)).toMatchObject({
        'identity.language': 'nl',
        'organisation.closingDay': '12-31',
        'contact.city': null,
        'contact.email': 'b@client.test',
        'mail.vat': null,
      })
    })
  })

  test('adds and removes labels, and leaves those alone that others put on meanwhile', async () => {
    const [horeca = 0, immo = 0, construction = 0] = app.firm.labelIds
    const [id = 0] = await makeClients(app.firm, [{ 'identity.labels': [horeca] }])
    const plan = await change({
      selection: { ids: [id] },
      edits: [
        { field: 'identity.labels', verb: 'add', value: [construction] },
        { field: 'identity.labels', verb: 'remove', value: [horeca] },
      ],
    })
    expect(plan.json.counts).toEqual({ change: 1, unchanged: 0, refused: 0, lines: 1 })
    await change({
      selection: { ids: [id] },
      edits: [{ field: 'identity.labels', verb: 'add', value: immo }],
      apply: true,
    })
    expect((await apply(plan.json.id)).json).toMatchObject({ changed: 1, skipped: [] })
    expect(await cellOf(id, 'identity.labels')).toEqual([immo, construction])
    await undo(plan.json.id)
    expect(await cellOf(id, 'identity.labels')).toEqual([horeca, immo])
  })

  test('shifts days, from the end of a month to the end of a month', async () => {
    const [a = 0, b = 0] = await makeClients(app.firm, [{ 'aml.nextReview': '2024-02-29' }, {}])
    const shift = { field: 'aml.nextReview', verb: 'add', value: 'P1Y' }
    const answer = await change({ selection: { ids: [a, b] }, edits: [shift], apply: true })
    expect(answer.json).toMatchObject({ changed: 1, unchanged: 1 })
    expect(await cellOf(a, 'aml.nextReview')).toBe('2025-02-28')
    expect(await cellOf(b, 'aml.nextReview')).toBeNull()
  })

  test('tells how far it is to who accepts lines, and refuses in lines as it does without', async () => {
    const ids = await makeClients(app.firm, [{ 'identity.language': 'fr' }, { 'identity.language': 'fr' }])
    const plan = await change({
      selection: { ids },
      edits: [{ field: 'identity.language', verb: 'set', value: 'de' }],
    })
    const applyInLines = () =>
      app.ask('POST', `/api/change-sets/${plan.json.id}/apply`, {
        cookie: boss,
        headers: { accept: LINES_OF_JSON },
      })
    const { headers, json: lines } = await applyInLines()
    expect(headers.get('content-type')).toBe(LINES_OF_JSON)
    expect(lines.trim().split('\n').map(JSON.parse)).toEqual([
      { done: 0, total: 2 },
      expect.objectContaining({ state: 'applied', changed: 2 }),
    ])
    expect((await applyInLines()).status).toBe(409)
  })

  test('writes nothing before it is applied, and only once', async () => {
    const [id = 0] = await makeClients(app.firm, [{ 'identity.language': 'fr' }])
    const plan = await change({
      selection: { ids: [id] },
      edits: [{ field: 'identity.language', verb: 'set', value: 'de' }],
    })
    expect(plan.json).toEqual({
      id: plan.json.id,
      state: 'planned',
      counts: { change: 1, unchanged: 0, refused: 0, lines: 1 },
    })
    expect(await cellOf(id, 'identity.language')).toBe('fr')
    expect((await apply(plan.json.id)).json).toEqual({
      id: plan.json.id,
      state: 'applied',
      changed: 1,
      unchanged: 0,
      skipped: [],
      skippedCount: 0,
    })
    expect((await apply(plan.json.id)).status).toBe(409)
    expect(await cellOf(id, 'identity.language')).toBe('de')
  })

  test('takes the clients that a query matches, but for those that are excepted', async () => {
    const ids = await makeClients(app.firm, [
      { 'identity.language': 'fr' },
      { 'identity.language': 'fr' },
      { 'identity.language': 'nl' },
    ])
    const answer = await change({
      selection: {
        query: { filter: { field: 'identity.language', op: 'in', value: ['fr'] } },
        except: [ids[0]],
      },
      edits: [{ field: 'identity.language', verb: 'set', value: 'de' }],
      apply: true,
    })
    expect(answer.json).toMatchObject({ changed: 1 })
    expect(await cellOf(ids[0] ?? 0, 'identity.language')).toBe('fr')
    expect(await cellOf(ids[1] ?? 0, 'identity.language')).toBe('de')
  })

  describe('a cell that somebody changed since', () => {
    test('is left alone by the plan, and told', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [
        { 'identity.language': 'fr' },
        { 'identity.language': 'fr' },
      ])
      const plan = await change({
        selection: { ids: [a, b] },
        edits: [{ field: 'identity.language', verb: 'set', value: 'nl' }],
      })
      await set([a], 'identity.language', 'de')
      expect((await apply(plan.json.id)).json).toMatchObject({
        changed: 1,
        skipped: [{ client: a, field: 'identity.language', reason: 'changed' }],
        skippedCount: 1,
      })
      expect(await cellOf(a, 'identity.language')).toBe('de')
    })

    test('is left alone by undoing, and told', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [
        { 'identity.language': 'fr' },
        { 'identity.language': 'fr' },
      ])
      const { json } = await set([a, b], 'identity.language', 'nl')
      await set([a], 'identity.language', 'de')
      expect((await undo(json.id)).json).toMatchObject({
        changed: 1,
        skipped: [{ client: a, field: 'identity.language', reason: 'changed' }],
      })
      expect(await cellOf(a, 'identity.language')).toBe('de')
      expect(await cellOf(b, 'identity.language')).toBe('fr')
    })

    test('is not overwritten by someone who saw the value before', async () => {
      const [id = 0] = await makeClients(app.firm, [{ 'identity.language': 'nl' }])
      expect((await set([id], 'identity.language', 'de', { before: 'fr' })).json).toMatchObject({
        changed: 0,
        skipped: [{ client: id, field: 'identity.language', reason: 'changed' }],
      })
      expect((await set([id], 'identity.language', 'de', { before: 'nl' })).json).toMatchObject({
        changed: 1,
      })
    })
  })

  test('is redone by undoing what was undone', async () => {
    const [id = 0] = await makeClients(app.firm, [{ 'identity.language': 'fr' }])
    const { json: first } = await set([id], 'identity.language', 'nl')
    const { json: undone } = await undo(first.id)
    expect(await cellOf(id, 'identity.language')).toBe('fr')
    expect((await undo(first.id)).status).toBe(409)
    const { json: redone } = await undo(undone.id)
    expect(redone).toMatchObject({ changed: 1, skipped: [] })
    expect(await cellOf(id, 'identity.language')).toBe('nl')
    expect((await undo(first.id)).json).toMatchObject({ changed: 1 })
    expect(await cellOf(id, 'identity.language')).toBe('fr')
  })

  describe('refuses', () => {
    test.each<[string, object, string]>([
      ['a field that is not there', { field: 'identity.nope', verb: 'set', value: 'x' }, 'edits[0].field'],
      [
        'a field that nobody edits',
        { field: 'portal.state', verb: 'set', value: 'active' },
        'edits[0].field',
      ],
      ['a computed field', { field: 'status.active', verb: 'set', value: false }, 'edits[0].field'],
      ['a verb that does not fit', { field: 'identity.language', verb: 'add', value: 'fr' }, 'edits[0].verb'],
      ['clearing a name', { field: 'identity.name', verb: 'clear' }, 'edits[0].verb'],
      [
        'a name of nothing but spaces',
        { field: 'identity.name', verb: 'set', value: '  ' },
        'edits[0].value',
      ],
      [
        'a choice that is not there',
        { field: 'identity.language', verb: 'set', value: 'it' },
        'edits[0].value',
      ],
      [
        'a day that is none',
        { field: 'status.clientSince', verb: 'set', value: '2026-02-30' },
        'edits[0].value',
      ],
      [
        'an address that is none',
        { field: 'contact.email', verb: 'set', value: 'nulle part' },
        'edits[0].value',
      ],
      [
        'an amount with three decimals',
        { field: 'billing.flatAmount', verb: 'set', value: '1.005' },
        'edits[0].value',
      ],
      [
        'a label that is not there',
        { field: 'identity.labels', verb: 'add', value: [999_999] },
        'edits[0].value',
      ],
      [
        'a number of another shape',
        { field: 'identity.enterpriseNumber', verb: 'set', value: '12' },
        'edits[0].value',
      ],
      ['a duration that is none', { field: 'aml.nextReview', verb: 'add', value: '1 an' }, 'edits[0].value'],
    ])('%s, by name', async (_what, edit, path) => {
      const [id = 0] = await makeClients(app.firm, [{}])
      const { status, json } = await change({ selection: { ids: [id] }, edits: [edit], apply: true })
      expect([status, json.error?.fields?.[0]?.path]).toEqual([400, path])
      expect(json.error.fields[0].message).not.toMatch(/\{\{|problems\./)
    })

    test('a request without clients, without edits, or with two kinds of them', async () => {
      const edits = [{ field: 'identity.language', verb: 'set', value: 'fr' }]
      const cells = [{ client: 1, field: 'identity.language', text: 'fr' }]
      expect((await change({ edits })).json.error.fields[0].path).toBe('selection')
      expect((await change({ selection: { ids: [1] } })).json.error.fields[0].path).toBe('edits')
      expect((await change({ cells, edits })).status).toBe(400)
    })

    test('single clients, each with its reason, and changes the others', async () => {
      const [fine = 0, binned = 0, natural = 0] = await makeClients(app.firm, [
        {},
        {},
        { 'identity.kind': 'private' },
      ])
      await set([binned], 'client.inBin', true)
      const { json } = await set([fine, binned, natural, 2_000_000], 'identity.legalForm', '610')
      expect(json).toMatchObject({
        changed: 1,
        counts: { change: 1, unchanged: 0, refused: 3, lines: 4 },
        skippedCount: 3,
      })
      expect(json.skipped).toEqual([
        { client: binned, field: 'identity.legalForm', reason: 'deleted' },
        { client: natural, field: 'identity.legalForm', reason: 'notApplicable' },
        { client: 2_000_000, field: 'identity.legalForm', reason: 'notFound' },
      ])
    })

    test('a number with wrong check digits, unless it is to be kept', async () => {
      const [id = 0] = await makeClients(app.firm, [{}])
      expect((await set([id], 'identity.enterpriseNumber', '0403170700')).json.skipped).toMatchObject([
        { client: id, reason: 'invalid' },
      ])
      const kept = await set([id], 'identity.enterpriseNumber', '0403170700', { keepInvalid: true })
      expect(kept.json).toMatchObject({ changed: 1 })
    })

    test('a number that another client has, but not one that it gives up in the same act', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [{ 'identity.enterpriseNumber': '0403170701' }, {}])
      expect((await set([b], 'identity.enterpriseNumber', '0403170701')).json).toMatchObject({
        changed: 0,
        skipped: [{ client: b, reason: 'invalid' }],
      })
      const { json } = await change({
        cells: [
          { client: a, field: 'identity.enterpriseNumber', text: '' },
          { client: b, field: 'identity.enterpriseNumber', text: 'BE 403.170.701' },
        ],
        apply: true,
      })
      expect(json).toMatchObject({ changed: 2, skipped: [] })
      expect(await cellOf(b, 'identity.enterpriseNumber')).toBe('0403170701')
    })

    test('a day of leaving before the day of coming, as the whole set leaves them', async () => {
      const [id = 0] = await makeClients(app.firm, [{ 'status.clientSince': '2020-01-01' }])
      expect((await set([id], 'status.clientUntil', '2019-12-31')).json).toMatchObject({
        changed: 0,
        skipped: [{ client: id, field: 'status.clientUntil', reason: 'invalid' }],
      })
      const both = await change({
        selection: { ids: [id] },
        edits: [
          { field: 'status.clientUntil', verb: 'set', value: '2019-12-31' },
          { field: 'status.clientSince', verb: 'set', value: '2018-01-01' },
        ],
        apply: true,
      })
      expect(both.json).toMatchObject({ changed: 1, skipped: [] })
    })

    test('the forms of a client without an active portal', async () => {
      const [id = 0] = await makeClients(app.firm, [{}])
      expect((await set([id], 'portal.forms', true)).json.skipped).toMatchObject([
        { reason: 'notApplicable' },
      ])
    })

    test('a client to bill that is not there, in the bin, or the client itself', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [{}, {}])
      const billTo = async (payer: number) => (await set([a], 'billing.billedTo', payer)).json.changed
      expect(await billTo(b)).toBe(1)
      expect([await billTo(a), await billTo(2_000_000)]).toEqual([0, 0])
      await set([b], 'client.inBin', true)
      await change({
        selection: { ids: [a] },
        edits: [{ field: 'billing.billedTo', verb: 'clear' }],
        apply: true,
      })
      expect(await billTo(b)).toBe(0)
    })
  })

  describe('a pasted block', () => {
    test('names the client to bill by name or enterprise number, as the list shows them', async () => {
      const [payer = 0, a = 0, b = 0, c = 0, d = 0] = await makeClients(app.firm, [
        { 'identity.name': 'Étude Lambert SRL', 'identity.enterpriseNumber': '0403199702' },
        {},
        {},
        {},
        {},
      ])
      await makeClients(app.firm, [{ 'identity.name': 'Jumeaux SA' }, { 'identity.name': 'JUMEAUX SA' }])
      const cell = (client: number, text: string) => ({ client, field: 'billing.billedTo', text })
      const { json } = await change({
        cells: [
          cell(a, 'etude lambert srl'),
          cell(b, 'BE 0403.199.702'),
          cell(c, 'Jumeaux SA'),
          cell(d, 'Personne SRL'),
        ],
        apply: true,
      })
      expect(json).toMatchObject({ changed: 2, skippedCount: 2 })
      const billedTo = (id: number) => cellOf(id, 'billing.billedTo')
      expect([await billedTo(a), await billedTo(b)]).toEqual([payer, payer])
      expect([await billedTo(c), await billedTo(d)]).toEqual([null, null])
      const told = await app.ask('GET', `/api/change-sets/${json.id}/lines?outcome=refused`, { cookie: boss })
      const refused: ChangeLine[] = told.json.lines
      expect(refused.map(({ client, after, problem }) => [client.id, after, problem])).toEqual(
        expect.arrayContaining([
          [c, 'Jumeaux SA', 'severalClients'],
          [d, 'Personne SRL', 'notAClient'],
        ]),
      )
    })

    test('moves numbers along thousands of clients, each to the next', async () => {
      const numberOf = (place: number) => {
        const eight = String(4_000_000 + place).padStart(8, '0')
        return eight + enterpriseCheckDigits(eight)
      }
      const ids = await makeClients(
        app.firm,
        Array.from({ length: 2_600 }, (_, place) => ({ 'identity.enterpriseNumber': numberOf(place) })),
      )
      const cells = ids.map((client, place) => ({
        client,
        field: 'identity.enterpriseNumber',
        text: place === 0 ? '' : numberOf(place - 1),
      }))
      const { json } = await change({ cells, apply: true })
      expect(json).toMatchObject({ changed: 2_600, skippedCount: 0 })
      expect((await undo(json.id)).json).toMatchObject({ changed: 2_600, skippedCount: 0 })
      expect(await cellOf(ids[1] ?? 0, 'identity.enterpriseNumber')).toBe(numberOf(1))
    }, 60_000)

    test('may be larger than other requests', async () => {
      const cells = Array.from({ length: 30_000 }, (_, place) => ({
        client: 1_000_000 + place,
        field: 'identity.language',
        text: 'néerlandais',
      }))
      expect((await change({ cells })).json.counts).toMatchObject({ refused: 30_000 })
    })

    test('is read as people type, cell by cell', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [
        { 'identity.language': 'fr' },
        { 'status.clientSince': '2020-01-01' },
      ])
      const cell = (client: number, field: string, text: string) => ({ client, field, text })
      const { json } = await change({
        cells: [
          cell(a, 'identity.language', 'néerlandais'),
          cell(a, 'status.clientSince', '31/12/2019'),
          cell(a, 'billing.flatAmount', '1 250,50'),
          cell(a, 'assignment.responsible', 'Éric Dubois'),
          cell(b, 'status.clientSince', ''),
          cell(b, 'identity.name', ''),
          cell(b, 'billing.flatAmount', 'beaucoup'),
        ],
        apply: true,
      })
      expect(json).toMatchObject({ changed: 2, skippedCount: 2 })
      expect(
        await valuesOf(a, [
          'identity.language',
          'status.clientSince',
          'billing.flatAmount',
          'assignment.responsible',
        ]),
      ).toEqual({
        'identity.language': 'nl',
        'status.clientSince': '2019-12-31',
        'billing.flatAmount': '1250.50',
        'assignment.responsible': app.firm.userIds[1],
      })
      expect(await cellOf(b, 'status.clientSince')).toBeNull()
    })
  })

  describe('the bin', () => {
    test('takes clients and gives them back, numbers and all', async () => {
      const [a = 0, b = 0] = await makeClients(app.firm, [{ 'identity.enterpriseNumber': '0403170701' }, {}])
      const total = async () =>
        (await app.ask('POST', '/api/clients/query', { cookie: boss, body: {} })).json.total
      const { json: deletion } = await set([a], 'client.inBin', true)
      expect([deletion.changed, await total()]).toEqual([1, 1])
      await set([b], 'identity.enterpriseNumber', '0403170701')
      expect((await undo(deletion.id)).json).toMatchObject({
        changed: 0,
        skipped: [{ client: a, field: 'client.inBin', reason: 'invalid' }],
      })
      await change({
        selection: { ids: [b] },
        edits: [{ field: 'identity.enterpriseNumber', verb: 'clear' }],
        apply: true,
      })
      expect((await set([a], 'client.inBin', false)).json).toMatchObject({ changed: 1 })
      expect(await total()).toBe(2)
    })
  })

  test('a search for a national number is kept nowhere', async () => {
    await makeClients(app.firm, [{ 'identity.nationalNumber': '85073003328' }])
    const edits = [{ field: 'identity.language', verb: 'set', value: 'nl' }]
    const { json } = await change({ selection: { query: { search: '85.07.30-033.28' } }, edits })
    expect(json.counts).toMatchObject({ change: 1 })
    const { rows } = await database().pool.query('SELECT selection FROM change_sets WHERE id = $1', [json.id])
    expect(rows).toEqual([{ selection: { query: { isSearched: true } } }])
  })

  test.each(['from=2026-02-30', 'field=%00', 'from=yesterday'])(
    'a history cannot be asked for %s',
    async query => {
      expect((await app.ask('GET', `/api/change-sets?${query}`, { cookie: boss })).status).toBe(400)
    },
  )

  test('no text may have a character that cannot be stored', async () => {
    const [id = 0] = await makeClients(app.firm, [{}])
    for (const text of ['a\0b', 'a\ud800b']) {
      const { status } = await change({ cells: [{ client: id, field: 'identity.name', text }] })
      expect(status).toBe(400)
    }
  })

  describe('rights', () => {
    test('read-only users change nothing, whatever portfolio they may edit', async () => {
      const [id = 0] = await makeClients(app.firm, [{}])
      const reader = await signedIn('readOnly', ['edit'])
      const edits = [{ field: 'identity.language', verb: 'set', value: 'nl' }]
      expect((await change({ selection: { ids: [id] }, edits, apply: true }, reader)).status).toBe(403)
    })

    test('a collaborator edits where she may, sees why not elsewhere, and learns nothing of the rest', async () => {
      const [first = 0, second = 0] = app.firm.portfolioIds
      const [mine = 0, readable = 0] = await makeClients(app.firm, [
        { 'assignment.portfolio': first },
        { 'assignment.portfolio': second },
      ])
      const edits = [{ field: 'identity.language', verb: 'set', value: 'nl' }]
      const body = { selection: { ids: [mine, readable, 1_999_999] }, edits, apply: true }
      const reading = await change(body, await signedIn('collaborator', ['edit', 'read']))
      expect(reading.json.skipped.map(({ reason }: { reason: string }) => reason)).toEqual([
        'noRight',
        'notFound',
      ])
      const blind = await change(body, await signedIn('collaborator', ['edit']))
      expect(blind.json.skipped.map(({ reason }: { reason: string }) => reason)).toEqual([
        'notFound',
        'notFound',
      ])
    })

    test('moving a client needs the right on both portfolios', async () => {
      const [first = 0, second = 0] = app.firm.portfolioIds
      const [id = 0] = await makeClients(app.firm, [{ 'assignment.portfolio': first }])
      const move = { field: 'assignment.portfolio', verb: 'set', value: second }
      const body = { selection: { ids: [id] }, edits: [move], apply: true }
      expect((await change(body, await signedIn('manager', ['manage', 'read']))).json).toMatchObject({
        changed: 0,
        skipped: [{ client: id, reason: 'noRight' }],
      })
      expect((await change(body, await signedIn('collaborator', ['edit', 'edit']))).json).toMatchObject({
        changed: 1,
      })
    })

    test.each<[string, FieldValue]>([
      ['billing.mode', 'flat'],
      ['client.inBin', true],
    ])('only managers and administrators change %s', async (field, value) => {
      const [id = 0] = await makeClients(app.firm, [{}])
      const body = { selection: { ids: [id] }, edits: [{ field, verb: 'set', value }], apply: true }
      expect((await change(body, await signedIn('collaborator', ['manage']))).json.changed).toBe(0)
      expect((await change(body, await signedIn('manager', ['edit']))).json.changed).toBe(1)
    })

    test('a plan is its author’s, and undoing is for who may make those changes now', async () => {
      const [id = 0] = await makeClients(app.firm, [{ 'identity.language': 'fr' }])
      const edits = [{ field: 'identity.language', verb: 'set', value: 'nl' }]
      const plan = await change({ selection: { ids: [id] }, edits })
      const other = await signedIn('manager', ['manage', 'manage'])
      expect((await apply(plan.json.id, other)).status).toBe(404)
      await apply(plan.json.id)
      const stranger = await signedIn('collaborator', [null, 'edit'])
      expect((await undo(plan.json.id, stranger)).status).toBe(404)
      const reader = await signedIn('collaborator', ['read', 'edit'])
      expect((await undo(plan.json.id, reader)).status).toBe(403)
      expect(await cellOf(id, 'identity.language')).toBe('nl')
      expect((await undo(plan.json.id, other)).json).toMatchObject({ changed: 1 })
    })

    test('that are lost after planning count when it is applied', async () => {
      const [id = 0] = await makeClients(app.firm, [{ 'identity.language': 'fr' }])
      const editor = await signedIn('collaborator', ['edit'])
      const edits = [{ field: 'identity.language', verb: 'set', value: 'nl' }]
      const plan = await change({ selection: { ids: [id] }, edits }, editor)
      await app.firm.db.update(portfolioMembers, { level: 'read' }, eq(portfolioMembers.level, 'edit'))
      expect((await apply(plan.json.id, editor)).json).toMatchObject({
        changed: 0,
        skipped: [{ client: id, reason: 'noRight' }],
      })
    })
  })

  describe('an Idempotency-Key', () => {
    test('answers as the first time, with no second effect', async () => {
      const [id = 0] = await makeClients(app.firm, [{ 'aml.nextReview': '2026-01-31' }])
      const body = {
        selection: { ids: [id] },
        edits: [{ field: 'aml.nextReview', verb: 'add', value: 'P1Y' }],
        apply: true,
      }
      const key = { 'Idempotency-Key': 'once' }
      const answers = await Promise.all([
        change(body, boss, key),
        change(body, boss, key),
        change(body, boss, key),
      ])
      expect(new Set(answers.map(({ json }) => JSON.stringify(json))).size).toBe(1)
      expect(answers[0]?.json).toMatchObject({ changed: 1 })
      expect(await cellOf(id, 'aml.nextReview')).toBe('2027-01-31')
    })

    test('cannot stand for something else', async () => {
      const ids = await makeClients(app.firm, [{}])
      const body = (value: string) => ({
        selection: { ids },
        edits: [{ field: 'identity.language', verb: 'set', value }],
      })
      const key = { 'Idempotency-Key': 'same' }
      expect((await change(body('nl'), boss, key)).status).toBe(200)
      expect((await change(body('de'), boss, key)).status).toBe(409)
    })
  })
})

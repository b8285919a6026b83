import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { clientAddresses, clientContacts, clients } from '#features/clients/server/client-tables.ts'
import { portfolioMembers, users } from '#features/firm/server/firm-tables.ts'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import type { Database } from '#platform/db/database.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import { workbookParts, zipOf } from '#test/factories/workbook.ts'
import type { Import, ImportMapping } from '../imports-api.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { importFile } from './import-file.ts'
import { getImportPart, getStagedImport, removeOldImports } from './import-queries.ts'
import { imports } from './import-tables.ts'
import { listImportRows } from './list-import-rows.ts'
import { packLines, unpackLines } from './packed-rows.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { showImport, showSheet } from './show-import.ts'
import { stageImport } from './stage-import.ts'

const CSV = `Liste des clients;;;;
;;;;
N° BCE;Dénomination;Forme;CP;E-mail
0403.170.701;Premier SA;SA;1000;info@premier.test
202239951;Deuxième ASBL;017;5000;
0403170701;Encore le premier;SA;1000;
0403.170.702;Chiffres faux SRL;SRL;1000;
;;SRL;1000;
0202.239.951;Adresse fausse;SRL;1000;nobody
`

async function actorOf(database: Database, { db }: TestFirm, memberId = db.userId): Promise<Actor> {
  const actor = await findActor(database, { firmId: db.firmId, memberId })
  if (!actor) throw new Error('This user is not active.')
  return actor
}

async function stage(actor: Actor, text = CSV): Promise<{ id: number; mapping: ImportMapping }> {
  const id = await stageImport(
    actor,
    { name: 'clients.csv', bytes: new TextEncoder().encode(text) },
    TEST_SECRETS,
  )
  const [sheet] = (await showImport(actor, id, TEST_SECRETS)).sheets
  const columns = (sheet?.columns ?? []).flatMap(({ column, target }) => (target ? [{ column, target }] : []))
  const [defaultPortfolio = 0] = actor.portfolios.keys()
  return { id, mapping: { sheet: 0, headerRow: sheet?.headerRow ?? 0, columns, defaultPortfolio } }
}

/** Stages and checks a file, with every column as it is guessed. */
async function check(actor: Actor, text = CSV): Promise<number> {
  const { id, mapping } = await stage(actor, text)
  await checkImport(actor, id, mapping, TEST_SECRETS)
  return id
}

async function report(actor: Actor, id: number) {
  const { rows } = await listImportRows(actor, id, { offset: 0, limit: 1000 }, TEST_SECRETS)
  return rows.map(({ row, outcome, notes }) => [row, outcome, notes.map(({ reason }) => reason).join(', ')])
}

onEachDatabase('Importing', database => {
  let firm: TestFirm
  let admin: Actor

  beforeEach(async () => {
    firm = await makeFirm(database())
    admin = await actorOf(database(), firm)
  })

  const apply = (id: number, acceptWarnings = false) =>
    applyImport(admin, id, { acceptWarnings }, TEST_SECRETS)
  const show = (id: number): Promise<Import> => showImport(admin, id, TEST_SECRETS)
  const namesInFirm = async () => (await firm.db.select(clients)).map(({ name }) => name).sort()

  test('shows a file with its header and a guess for each column, and writes nothing', async () => {
    const { id } = await stage(admin)
    const { state, sheets } = await show(id)
    expect(state).toBe('read')
    expect(sheets).toMatchObject([{ headerRow: 3, rows: 6 }])
    expect(sheets[0]?.columns.map(({ letters, name, target }) => [letters, name, target])).toEqual([
      ['A', 'N° BCE', 'identity.enterpriseNumber'],
      ['B', 'Dénomination', 'identity.name'],
      ['C', 'Forme', 'identity.legalForm'],
      ['D', 'CP', 'contact.postalCode'],
      ['E', 'E-mail', 'contact.email'],
    ])
    expect(await namesInFirm()).toEqual([])
  })

  test('shows the columns below another header row', async () => {
    const { id } = await stage(admin)
    const sheet = await showSheet(admin, id, { sheet: 0, headerRow: 4 }, TEST_SECRETS)
    expect(sheet).toMatchObject({ headerRow: 4, rows: 5 })
    expect(sheet.columns[1]?.name).toBe('Premier SA')
  })

  test('tells in a dry run what becomes of every row, and writes nothing', async () => {
    const id = await check(admin)
    expect((await show(id)).counts).toEqual({ rows: 6, accepted: 2, warned: 1, refused: 2, duplicate: 1 })
    expect(await report(admin, id)).toEqual([
      [4, 'accepted', 'keptOfDuplicates'],
      [6, 'duplicate', 'duplicateInFile'],
      [7, 'warned', 'wrongCheckDigits'],
      [8, 'refused', 'nameMissing'],
      [9, 'refused', 'notAnEmail'],
    ])
    expect(await namesInFirm()).toEqual([])
  })

  test('tells of a refusal the row, the column, the value and the reason in the user’s language', async () => {
    const dutch = { ...admin, preferences: { ...admin.preferences, language: 'nl' } as const }
    const id = await check(dutch)
    const { rows, total } = await listImportRows(
      dutch,
      id,
      { outcomes: ['refused'], offset: 1, limit: 1 },
      TEST_SECRETS,
    )
    expect(total).toBe(2)
    expect(rows).toEqual([
      {
        row: 9,
        outcome: 'refused',
        name: 'Adresse fausse',
        cells: ['0202.239.951', 'Adresse fausse', 'SRL', '1000', 'nobody'],
        notes: [
          {
            level: 'refusal',
            reason: 'notAnEmail',
            message: 'Dit is geen e-mailadres. Voorbeeld: nom@domaine.be.',
            column: { letters: 'E', name: 'E-mail' },
            field: 'E-mail',
            value: 'nobody',
            client: null,
          },
        ],
      },
    ])
  })

  test('creates a client for every row that can come in', async () => {
    const id = await check(admin)
    await apply(id)
    expect(await show(id)).toMatchObject({ state: 'done', imported: 2 })
    expect(await namesInFirm()).toEqual(['Deuxième ASBL', 'Premier SA'])
    const [premier] = await firm.db.select(clients, eq(clients.name, 'Premier SA'))
    expect(premier).toMatchObject({
      enterpriseNumber: '0403170701',
      legalForm: '014',
      kind: 'legal',
      closingDay: '12-31',
      portfolioId: firm.portfolioIds[0],
    })
    expect(
      await firm.db.select(clientAddresses, eq(clientAddresses.clientId, premier?.id ?? 0)),
    ).toMatchObject([{ postalCode: '1000', country: 'BE', purpose: 'seat', isMain: true }])
    expect(await firm.db.select(clientContacts)).toMatchObject([
      { type: 'email', value: 'info@premier.test' },
    ])
  })

  test('lets in wrong check digits when the user accepts them', async () => {
    const id = await check(admin)
    await apply(id, true)
    expect(await namesInFirm()).toContain('Chiffres faux SRL')
  })

  test('reads a workbook the same way', async () => {
    const bytes = await writeExcelFile([
      ['Ondernemingsnr', 'Naam', 'Klant sinds', 'Portefeuille', 'Verantwoordelijke'],
      [
        403170701,
        'Eerste NV',
        { value: new Date(Date.UTC(2020, 1, 29)), type: Date, format: 'dd/mm/yyyy' },
        'Gent',
        'Peeters Anne',
      ],
    ]).toBuffer()
    const options = { defaultPortfolio: null, acceptWarnings: false, dryRun: false }
    const { imported } = await importFile(admin, { name: 'klanten.xlsx', bytes }, options, TEST_SECRETS)
    expect(imported).toBe(1)
    expect(await firm.db.select(clients)).toMatchObject([
      {
        name: 'Eerste NV',
        enterpriseNumber: '0403170701',
        clientSince: '2020-02-29',
        portfolioId: firm.portfolioIds[1],
      },
    ])
    expect(await firm.db.select(imports)).toEqual([])
  })

  test('writes nothing in a dry run from the command line', async () => {
    const rows: number[] = []
    const options = { defaultPortfolio: firm.portfolioIds[0] ?? 0, acceptWarnings: false, dryRun: true }
    const file = { name: 'clients.csv', bytes: new TextEncoder().encode(CSV) }
    const { counts, imported } = await importFile(admin, file, options, TEST_SECRETS, ({ row }) =>
      rows.push(row),
    )
    expect({ counts: counts?.accepted, imported, rows }).toEqual({
      counts: 2,
      imported: null,
      rows: [4, 6, 7, 8, 9],
    })
    expect(await namesInFirm()).toEqual([])
  })

  describe('a client that the firm has already', () => {
    test('is named, wherever its number stands', async () => {
      const [number, vat, person] = await makeClients(firm, [
        { 'identity.name': 'A', 'identity.enterpriseNumber': '0403170701' },
        { 'identity.name': 'B', 'identity.vatNumber': 'BE0202239951' },
        { 'identity.name': 'C', 'identity.kind': 'private', 'identity.nationalNumber': '85073003328' },
      ])
      const id = await check(
        admin,
        'Nom;BCE;TVA;NISS\nx;0403170701;;\ny;;BE0202239951;\nz;;;85.07.30-033.28\n',
      )
      const { rows } = await listImportRows(admin, id, { offset: 0, limit: 10 }, TEST_SECRETS)
      expect(rows.map(({ outcome, notes }) => [outcome, notes[0]?.message, notes[0]?.client?.id])).toEqual([
        ['duplicate', 'Existe déjà : A.', number],
        ['duplicate', 'Existe déjà : B.', vat],
        ['duplicate', 'Existe déjà : C.', person],
      ])
    })

    test('is not told of when it is in a portfolio that the user does not see', async () => {
      const [namur = 0, gent = 0] = firm.portfolioIds
      const [, manager = 0] = firm.userIds
      await firm.db.update(users, { role: 'manager' }, eq(users.id, manager))
      await firm.db.insert(portfolioMembers, [{ portfolioId: namur, userId: manager, level: 'edit' }])
      await makeClients(firm, [
        {
          'identity.name': 'Secret',
          'identity.enterpriseNumber': '0403170701',
          'assignment.portfolio': gent,
        },
      ])
      const actor = await actorOf(database(), firm, manager)
      const id = await check(actor, 'Nom;BCE;Portefeuille\nx;0403170701;Namur\ny;0202239951;Gent\n')
      const page = await listImportRows(actor, id, { offset: 0, limit: 10 }, TEST_SECRETS)
      expect(page.rows.map(({ notes }) => notes[0]?.message)).toEqual([
        'Existe déjà dans un portefeuille que vous ne voyez pas.',
        'Cette valeur ne fait pas partie des choix de ce champ.',
      ])
      expect(JSON.stringify(page)).not.toContain('Secret')
    })

    test('is of no account in the bin, nor in another firm', async () => {
      const [binned = 0] = await makeClients(firm, [{ 'identity.enterpriseNumber': '0403170701' }])
      await firm.db.update(clients, { deletedAt: '2026-01-01' }, eq(clients.id, binned))
      await makeClients(await makeFirm(database(), 'Another'), [
        { 'identity.enterpriseNumber': '0202239951' },
      ])
      const id = await check(admin)
      expect((await show(id)).counts?.accepted).toBe(2)
    })

    test('and was created since the check is left out and reported', async () => {
      const id = await check(admin)
      await makeClients(firm, [{ 'identity.name': 'Quicker', 'identity.enterpriseNumber': '0403170701' }])
      await apply(id)
      expect(await namesInFirm()).toEqual(['Deuxième ASBL', 'Quicker'])
      expect(await show(id)).toMatchObject({ imported: 1, counts: { duplicate: 2 } })
      expect((await report(admin, id)).filter(([row]) => row === 4)).toContainEqual([
        4,
        'duplicate',
        'existsInFirm',
      ])
    })
  })

  describe('is refused', () => {
    test.each<[string, Uint8Array, string]>([
      ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'wrongType'],
      ['that holds nothing', Buffer.from('\n\n'), 'empty'],
      ['with a million columns', Buffer.from(`Nom\n${'a;'.repeat(1_000_000)}`), 'tooManyColumns'],
      ['with 100 001 rows', Buffer.from(`Nom\n${'a\n'.repeat(100_000)}`), 'tooManyRows'],
    ])('for a file %s, with nothing kept of it', async (_what, bytes, problem) => {
      await expect(stageImport(admin, { name: 'a.csv', bytes }, TEST_SECRETS)).rejects.toMatchObject({
        fields: [expect.objectContaining({ path: 'file', problem })],
      })
      expect(await firm.db.select(imports)).toEqual([])
    })

    test('a second time', async () => {
      const id = await check(admin)
      await apply(id)
      await expect(apply(id)).rejects.toMatchObject({ code: 'conflict' })
      expect(await namesInFirm()).toHaveLength(2)
    })

    test('before it was checked', async () => {
      const { id } = await stage(admin)
      await expect(apply(id)).rejects.toMatchObject({ code: 'conflict' })
    })

    test('to collaborators and readers', async () => {
      const collaborator = await actorOf(database(), firm, firm.userIds[1])
      await expect(stage(collaborator)).rejects.toMatchObject({ code: 'noRight' })
    })

    test('to who has lost a portfolio since the check', async () => {
      const id = await check(admin)
      const poorer = { ...admin, portfolios: new Map([[firm.portfolioIds[0] ?? 0, 'read' as const]]) }
      await expect(applyImport(poorer, id, { acceptWarnings: false }, TEST_SECRETS)).rejects.toMatchObject({
        code: 'noRight',
      })
      expect(await namesInFirm()).toEqual([])
    })

    test('to everybody but the user who brought the file', async () => {
      const id = await check(admin)
      const [, , other = 0] = firm.userIds
      await firm.db.update(users, { role: 'administrator' }, eq(users.id, other))
      const colleague = await actorOf(database(), firm, other)
      await expect(showImport(colleague, id, TEST_SECRETS)).rejects.toMatchObject({ code: 'notFound' })
      await expect(report(colleague, id)).rejects.toMatchObject({ code: 'notFound' })
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
        'noSuchTarget',
      ],
      ['another sheet', { sheet: 1 }, 'noSuchSheet'],
      ['a portfolio of nobody', { defaultPortfolio: 999_999 }, 'portfolioNotEditable'],
    ])('with %s among the columns', async (_what, change, problem) => {
      const { id, mapping } = await stage(admin)
      await expect(checkImport(admin, id, { ...mapping, ...change }, TEST_SECRETS)).rejects.toMatchObject({
        code: 'badInput',
        fields: [expect.objectContaining({ problem })],
      })
    })
  })

  test('writes all or nothing', async () => {
    const { id, mapping } = await stage(admin, `Nom;BCE\n${'Fine;\n'.repeat(2_500)}Late;0403170701\n`)
    await checkImport(admin, id, mapping, TEST_SECRETS)
    await firm.db.query(sql`
      UPDATE imports SET accepted = ${await withBadLastRow(id)} WHERE firm_id = ${firm.db.firmId} AND id = ${id}`)
    await expect(apply(id)).rejects.toThrow()
    expect(await namesInFirm()).toEqual([])
    expect(await show(id)).toMatchObject({ state: 'checked', imported: null })
  })

  /** The rows that could come in, the last one with a kind that no client can have. */
  async function withBadLastRow(id: number): Promise<Buffer> {
    const sealed = await getImportPart(firm.db, id, 'accepted')
    const rows: { values: object }[] = []
    for await (const row of unpackLines<{ values: object }>(openBytes(TEST_SECRETS, firm.db.firmId, sealed)))
      rows.push(row)
    const last = rows.at(-1)
    if (last) last.values = { ...last.values, 'identity.kind': 'nonsense' }
    return sealBytes(TEST_SECRETS, firm.db.firmId, await packLines(rows))
  }

  test('keeps national numbers sealed, and shows them to nobody', async () => {
    const { id, mapping } = await stage(
      admin,
      'Nom;NISS;Remarque\nDupont;85.07.30-033.28;85073003328\nDurand;123;x\n',
    )
    await checkImport(admin, id, mapping, TEST_SECRETS)
    const shown = JSON.stringify([
      await show(id),
      await listImportRows(admin, id, { offset: 0, limit: 10 }, TEST_SECRETS),
    ])
    expect(shown).toContain(MASKED_NATIONAL_NUMBER)
    expect(shown).not.toMatch(/85\.07\.30|85073003328|"123"/)
    const [kept] = await firm.db.select(imports)
    for (const bytes of [kept?.sheets, kept?.content, kept?.accepted, kept?.report]) {
      expect(bytes?.toString('latin1')).not.toMatch(/85\.?07\.?30|Dupont/)
    }
  })

  test('forgets the file after 24 hours, and its rows as soon as they are clients', async () => {
    const id = await check(admin)
    await apply(id)
    expect(await firm.db.select(imports)).toMatchObject([{ content: null, accepted: null }])
    await firm.db.update(imports, { createdAt: '2020-01-01T00:00:00Z' }, eq(imports.id, id))
    await expect(getStagedImport(firm.db, id)).rejects.toMatchObject({ code: 'notFound' })
    await removeOldImports(database())
    expect(await firm.db.select(imports)).toEqual([])
  })

  test('keeps odd characters out of the way of the database', async () => {
    const odd = [
      '_x0000_',
      '_xD800_',
      "'; DROP TABLE clients; --",
      '🙂 %_\\',
      '\u200b',
      '&lt;b&gt;',
      '_x000D__x000A_',
    ]
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = odd.map(text => `<row>${cell(`a${text}b`)}${cell(`Rue ${text}`)}</row>`).join('')
    const bytes = zipOf(workbookParts([{ rows: `<row>${cell('Nom')}${cell('Rue')}</row>${rows}` }]))
    const options = { defaultPortfolio: firm.portfolioIds[0] ?? 0, acceptWarnings: false, dryRun: false }
    await importFile(admin, { name: '\u0000🙂.xlsx', bytes }, options, TEST_SECRETS)
    expect(await namesInFirm()).toHaveLength(odd.length)
    expect(await namesInFirm()).toContain('a b')
  })
})

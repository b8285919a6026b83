import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { clientAddresses, clientContacts, clients } from '#features/clients/server/client-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import { actorOf, checkFile, reportOf, SAMPLE_FILE, stageFile } from '#test/factories/test-import.ts'
import { workbookParts, zipOf } from '#test/factories/workbook.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { importFile } from './import-file.ts'
import { getImportPart, getStagedImport, removeOldImports } from './import-queries.ts'
import { imports } from './import-tables.ts'
import { packLines, unpackLines } from './packed-rows.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { showImport } from './show-import.ts'

onEachDatabase('Importing', database => {
  let firm: TestFirm
  let admin: Actor

  beforeEach(async () => {
    firm = await makeFirm(database())
    admin = await actorOf(database(), firm)
  })

  const apply = (id: number, acceptWarnings = false) =>
    applyImport(admin, id, { acceptWarnings }, TEST_SECRETS)
  const show = (id: number) => showImport(admin, id, TEST_SECRETS)
  const namesInFirm = async () => (await firm.db.select(clients)).map(({ name }) => name).sort()

  test('creates a client for every row that can come in', async () => {
    const id = await checkFile(admin)
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
    const id = await checkFile(admin)
    await apply(id, true)
    expect(await namesInFirm()).toContain('Chiffres faux SRL')
  })

  test('lets a row in whose number an earlier row has that stays out for its warning', async () => {
    const id = await checkFile(
      admin,
      'Nom;BCE;TVA\nFaux;0403.170.701;BE0202239952\nJuste;0403.170.701;\nAutre faux;;BE0202239952\n',
    )
    expect(await reportOf(admin, id)).toEqual([
      [2, 'duplicate', 'duplicateInFile, wrongCheckDigits, guessedAsLegal'],
      [3, 'accepted', 'guessedAsLegal, keptOfDuplicates'],
      [4, 'warned', 'wrongCheckDigits, guessedAsLegal'],
    ])
    await apply(id)
    expect(await namesInFirm()).toEqual(['Juste'])
  })

  test('lets in every member of a VAT group, also where the firm has one already', async () => {
    const group = { 'identity.vatNumber': 'BE0403170701', 'status.vatStatus': 'vatGroup' }
    await makeClients(firm, [{ 'identity.name': 'Membre 1', ...group }])
    const id = await checkFile(
      admin,
      'Nom;BCE;TVA;Statut TVA\nMembre 2;0202.239.951;BE0403170701;Unité TVA\nMembre 3;;BE0403170701;Unité TVA\n',
    )
    await apply(id)
    expect(await namesInFirm()).toEqual(['Membre 1', 'Membre 2', 'Membre 3'])
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

  test('counts days from 1904 in a workbook of an old Mac, formatted as days or not', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = `<row>${cell('Nom')}${cell('Client depuis')}</row><row>${cell('Mac')}<c><v>44560</v></c></row>`
    const bytes = zipOf(workbookParts([{ rows }], { properties: 'date1904="1"' }))
    const options = { defaultPortfolio: firm.portfolioIds[0] ?? 0, acceptWarnings: false, dryRun: false }
    await importFile(admin, { name: 'mac.xlsx', bytes }, options, TEST_SECRETS)
    expect(await firm.db.select(clients)).toMatchObject([{ clientSince: '2025-12-31' }])
  })

  test('writes nothing in a dry run from the command line', async () => {
    const rows: number[] = []
    const options = { defaultPortfolio: firm.portfolioIds[0] ?? 0, acceptWarnings: false, dryRun: true }
    const file = { name: 'clients.csv', bytes: new TextEncoder().encode(SAMPLE_FILE) }
    const { counts, imported } = await importFile(admin, file, options, TEST_SECRETS, {
      onRow: ({ row }) => rows.push(row),
    })
    expect({ counts: counts?.accepted, imported, rows }).toEqual({
      counts: 2,
      imported: null,
      rows: [4, 6, 7, 8, 9],
    })
    expect(await namesInFirm()).toEqual([])
  })

  test('leaves out and reports a client that was created since the check', async () => {
    const id = await checkFile(admin)
    await makeClients(firm, [{ 'identity.name': 'Quicker', 'identity.enterpriseNumber': '0403170701' }])
    await apply(id)
    expect(await namesInFirm()).toEqual(['Deuxième ASBL', 'Quicker'])
    expect(await show(id)).toMatchObject({ imported: 1, counts: { rows: 6, accepted: 1, duplicate: 2 } })
    expect((await reportOf(admin, id))[0]).toEqual([4, 'duplicate', 'existsInFirm, keptOfDuplicates'])
  })

  test('is to be checked again when the firm has given up what a row has chosen', async () => {
    const { id, mapping } = await stageFile(admin, 'Nom;BCE\nLate;0403170701\n')
    await checkImport(admin, id, mapping, TEST_SECRETS)
    await firm.db.query(sql`
      UPDATE imports SET accepted = ${await withLastRow(id, { 'identity.labels': [1_000_000] })}
      WHERE firm_id = ${firm.db.firmId} AND id = ${id}`)
    await expect(apply(id)).rejects.toMatchObject({ code: 'conflict' })
    expect(await namesInFirm()).toEqual([])
  })

  test('writes all or nothing', async () => {
    const { id, mapping } = await stageFile(admin, `Nom;BCE\n${'Fine;\n'.repeat(2_500)}Late;0403170701\n`)
    await checkImport(admin, id, mapping, TEST_SECRETS)
    await firm.db.query(sql`
      UPDATE imports SET accepted = ${await withLastRow(id, { 'status.clientSince': 'never' })}
      WHERE firm_id = ${firm.db.firmId} AND id = ${id}`)
    const told: number[] = []
    await expect(
      applyImport(admin, id, { acceptWarnings: false }, TEST_SECRETS, ({ done }) => told.push(done)),
    ).rejects.toThrow()
    expect(told).toEqual([0, 1_000, 2_000])
    expect(await namesInFirm()).toEqual([])
    expect(await show(id)).toMatchObject({ state: 'checked', imported: null })
  })

  test.each<[string, FieldValues, object]>([
    [
      'a number that somebody has just entered',
      { 'identity.enterpriseNumber': '0202239951' },
      { code: 'conflict' },
    ],
    [
      'anything else that is there twice',
      { 'identity.labels': [1, 1] },
      expect.not.objectContaining({ code: 'conflict' }),
    ],
  ])('is a conflict, or not, by %s', async (_what, values, failure) => {
    const { id, mapping } = await stageFile(admin, 'Nom;BCE\nFirst;0202239951\nLast;0403170701\n')
    await checkImport(admin, id, mapping, TEST_SECRETS)
    const [label = 0] = firm.labelIds
    const labels = values['identity.labels'] && { 'identity.labels': [label, label] }
    await firm.db.query(sql`
      UPDATE imports SET accepted = ${await withLastRow(id, { ...values, ...labels })}
      WHERE firm_id = ${firm.db.firmId} AND id = ${id}`)
    await expect(apply(id)).rejects.toMatchObject(failure)
  })

  /** The rows that could come in, the last one with other values. */
  async function withLastRow(id: number, values: object): Promise<Buffer> {
    const sealed = await getImportPart(firm.db, id, 'accepted')
    const rows: { values: object }[] = []
    for await (const row of unpackLines<{ values: object }>(openBytes(TEST_SECRETS, firm.db.firmId, sealed)))
      rows.push(row)
    const last = rows.at(-1)
    if (last) last.values = { ...last.values, ...values }
    return sealBytes(TEST_SECRETS, firm.db.firmId, await packLines(rows))
  }

  test('forgets the file after 24 hours, and its rows as soon as they are clients', async () => {
    const id = await checkFile(admin)
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

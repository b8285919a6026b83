import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { clients } from '#features/clients/server/client-tables.ts'
import { portfolioMembers, users } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import { asWriter } from '#platform/db/as-writer.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeClients, makeFirm, TEST_SECRETS, type TestFirm } from '#test/factories/test-firm.ts'
import { actorOf, checkFile, reportOf, stageFile } from '#test/factories/test-import.ts'
import { describeSheet } from '../describe-sheet.ts'
import { checkImport } from './check-import.ts'
import { imports } from './import-tables.ts'
import { listImportRows } from './list-import-rows.ts'
import { showImport, showSheet } from './show-import.ts'

vi.mock('../describe-sheet.ts', { spy: true })

onEachDatabase('Checking a file', database => {
  let firm: TestFirm
  let admin: Actor

  beforeEach(async () => {
    vi.mocked(describeSheet).mockClear()
    firm = await makeFirm(database())
    admin = await actorOf(database(), firm)
  })

  const show = (id: number) => showImport(admin, id, TEST_SECRETS)
  const namesInFirm = async () => (await firm.db.select(clients)).map(({ name }) => name).sort()

  test('shows a file with its header and a guess for each column, and writes nothing', async () => {
    const { id } = await stageFile(admin)
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

  test('guesses the columns once, in the thread that reads the file', async () => {
    const id = await checkFile(admin)
    await show(id)
    await reportOf(admin, id)
    expect(describeSheet).not.toHaveBeenCalled()
    await showSheet(admin, id, { sheet: 0, headerRow: 4 }, TEST_SECRETS)
    expect(describeSheet).toHaveBeenCalledTimes(1)
  })

  test('shows the columns below another header row', async () => {
    const { id } = await stageFile(admin)
    const sheet = await showSheet(admin, id, { sheet: 0, headerRow: 4 }, TEST_SECRETS)
    expect(sheet).toMatchObject({ headerRow: 4, rows: 5 })
    expect(sheet.columns[1]?.name).toBe('Premier SA')
  })

  test('tells in a dry run what becomes of every row, and writes nothing', async () => {
    const id = await checkFile(admin)
    expect((await show(id)).counts).toEqual({ rows: 6, accepted: 2, warned: 1, refused: 2, duplicate: 1 })
    expect(await reportOf(admin, id)).toEqual([
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
    const id = await checkFile(dutch)
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

  describe('a client that the firm has already', () => {
    test('is named beside what else is wrong with the row', async () => {
      await makeClients(firm, [{ 'identity.name': 'A', 'identity.enterpriseNumber': '0202239951' }])
      expect((await reportOf(admin, await checkFile(admin))).at(-1)).toEqual([
        9,
        'refused',
        'notAnEmail, existsInFirm',
      ])
    })

    test('is named, wherever its number stands', async () => {
      const [number, vat, person] = await makeClients(firm, [
        { 'identity.name': 'A', 'identity.enterpriseNumber': '0403170701' },
        { 'identity.name': 'B', 'identity.vatNumber': 'BE0202239951' },
        { 'identity.name': 'C', 'identity.kind': 'private', 'identity.nationalNumber': '85073003328' },
      ])
      const id = await checkFile(
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
      const id = await checkFile(actor, 'Nom;BCE;Portefeuille\nx;0403170701;Namur\ny;0202239951;Gent\n')
      const page = await listImportRows(actor, id, { offset: 0, limit: 10 }, TEST_SECRETS)
      expect(page.rows.map(({ notes }) => notes[0]?.message)).toEqual([
        'Existe déjà dans un portefeuille que vous ne voyez pas.',
        'Ce n’est pas un des choix de ce champ. Acceptés : Namur.',
      ])
      expect(JSON.stringify(page)).not.toContain('Secret')
    })

    test('is of no account in the bin, nor in another firm', async () => {
      const [binned = 0] = await makeClients(firm, [{ 'identity.enterpriseNumber': '0403170701' }])
      await firm.db.transaction(tx =>
        asWriter(tx, () => tx.update(clients, { deletedAt: '2026-01-01' }, eq(clients.id, binned))),
      )
      await makeClients(await makeFirm(database(), 'Another'), [
        { 'identity.enterpriseNumber': '0202239951' },
      ])
      const id = await checkFile(admin)
      expect((await show(id)).counts?.accepted).toBe(2)
    })
  })

  test('keeps national numbers sealed, and shows them to nobody', async () => {
    const { id, mapping } = await stageFile(
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
})

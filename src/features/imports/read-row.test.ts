import { expect, test } from 'vitest'
import { MASKED_NATIONAL_NUMBER } from '#kernel/belgium/national-number.ts'
import { SAMPLE_FIELDS } from '#test/factories/sample-fields.ts'
import { type ImportTarget, importableFields } from './import-targets.ts'
import { type RowRules, rowReader } from './read-row.ts'
import type { Cell } from './sheet.ts'

/** Reads one row whose columns are given by what they fill. */
function readRow(cells: Record<ImportTarget, Cell>, rules: Partial<RowRules> = {}) {
  const columns = Object.keys(cells).map((target, column) => ({ column, target }))
  const read = rowReader({
    fields: importableFields(SAMPLE_FIELDS),
    columns,
    from1904: false,
    defaultPortfolio: 1,
    editablePortfolios: [1],
    ...rules,
  })
  return read({ row: 2, cells: Object.values(cells) })
}

const NAME = { 'identity.name': 'Client' }

test('puts a street together out of its columns', () => {
  const parts = {
    ...NAME,
    'contact.street': 'Rue Haute',
    'contact.street#number': 12,
    'contact.street#box': '3',
  }
  expect(readRow(parts).values['contact.street']).toBe('Rue Haute 12 bte 3')
  expect(readRow({ ...parts, 'identity.language': 'nl' }).values['contact.street']).toBe('Rue Haute 12 bus 3')
  expect(readRow({ ...parts, 'contact.street#box': 'bte 3' }).values['contact.street']).toBe(
    'Rue Haute 12 bte 3',
  )
  expect(readRow({ ...parts, 'contact.street#box': null }).values['contact.street']).toBe('Rue Haute 12')
})

test('puts a name and a first name together', () => {
  const { values } = readRow({ 'identity.name': 'Dupont', 'identity.name#firstName': 'Sophie' })
  expect(values['identity.name']).toBe('Dupont Sophie')
})

test('takes the enterprise number out of a Belgian VAT number, but not out of that of a VAT group', () => {
  const vat = { ...NAME, 'identity.vatNumber': 'BE0403170701' }
  expect(readRow(vat).values['identity.enterpriseNumber']).toBe('0403170701')
  expect(
    readRow({ ...NAME, 'identity.vatNumber': 'NL001234567B01' }).values['identity.enterpriseNumber'],
  ).toBeUndefined()
  expect(
    readRow({ ...vat, 'status.vatStatus': 'Unité TVA' }).values['identity.enterpriseNumber'],
  ).toBeUndefined()
})

test('counts days from 1904 where the workbook does, and nothing else', () => {
  const cells = { ...NAME, 'status.clientSince': 44_560, 'billing.flatAmount': 44_560 }
  const { values } = readRow(cells, { from1904: true })
  expect(values).toMatchObject({ 'status.clientSince': '2025-12-31', 'billing.flatAmount': '44560.00' })
  expect(readRow(cells).values['status.clientSince']).toBe('2021-12-30')
})

test('knows that a postal code of four digits is Belgian when no country is given', () => {
  expect(readRow({ ...NAME, 'contact.postalCode': 5000 }).values['contact.country']).toBe('BE')
  expect(
    readRow({ ...NAME, 'contact.postalCode': 5000, 'contact.country': 'NL' }).values['contact.country'],
  ).toBe('NL')
  expect(readRow({ ...NAME, 'contact.postalCode': '75001' }).values['contact.country']).toBeUndefined()
})

test.each<[string, Record<string, Cell>, string]>([
  ['a legal form', { 'identity.legalForm': 'SRL' }, 'legal'],
  ['a form without personality', { 'identity.legalForm': 'Société simple' }, 'noPersonality'],
  ['a national number', { 'identity.nationalNumber': '85073003328' }, 'private'],
  [
    'a national and an enterprise number',
    { 'identity.nationalNumber': '85073003328', 'identity.enterpriseNumber': '0403170701' },
    'selfEmployed',
  ],
  ['« personne physique » for a legal form', { 'identity.legalForm': 'Personne physique' }, 'selfEmployed'],
  ['a form in the name', { 'identity.name': 'Boulangerie Dupont S.R.L.' }, 'legal'],
  ['nothing but a name', {}, 'private'],
  ['its own word', { 'identity.kind': 'Indépendant', 'identity.legalForm': 'SRL' }, 'selfEmployed'],
])('guesses from %s what a client is', (_said, cells, kind) => {
  const { values, notes } = readRow({ ...NAME, ...cells })
  expect(values['identity.kind']).toBe(kind)
  expect(notes).toEqual([])
})

test('says so where it has but an enterprise number to guess from, which self-employed people have too', () => {
  const number = { 'identity.enterpriseNumber': '0403170701' }
  const { values, notes } = readRow({ 'identity.name': 'Jean Dupont', ...number })
  expect(values['identity.kind']).toBe('legal')
  expect(notes).toEqual([{ level: 'information', reason: 'guessedAsLegal', field: 'identity.kind' }])
  expect(readRow({ 'identity.name': 'Dupont SRL', ...number }).notes).toEqual([])
  expect(readRow({ ...NAME, ...number, 'identity.kind': 'Indépendant' }).notes).toEqual([])
})

test('files a row in the portfolio that it names, else in the one that was chosen', () => {
  expect(readRow(NAME).values['assignment.portfolio']).toBe(1)
  const named = { ...NAME, 'assignment.portfolio': 'Gent' }
  expect(readRow(named, { editablePortfolios: [1, 2] }).values['assignment.portfolio']).toBe(2)
})

test.each<[string, Record<string, Cell>, Partial<RowRules>, object]>([
  ['without a name', { 'identity.name': null }, {}, { reason: 'nameMissing', field: 'identity.name' }],
  ['without a portfolio', NAME, { defaultPortfolio: null }, { reason: 'portfolioMissing' }],
  [
    'for a portfolio of others',
    { ...NAME, 'assignment.portfolio': 'Gent' },
    {},
    { reason: 'portfolioNotEditable', column: 1, field: 'assignment.portfolio', value: 'Gent' },
  ],
  [
    'with a cell that cannot be read',
    { ...NAME, 'contact.email': 'nobody' },
    {},
    { reason: 'notAnEmail', column: 1, field: 'contact.email', value: 'nobody' },
  ],
])('refuses a row %s', (_why, cells, rules, note) => {
  const { notes } = readRow(cells, rules)
  expect(notes).toEqual([expect.objectContaining({ level: 'refusal', ...note })])
})

test('tells every problem of a row, each once', () => {
  const { notes } = readRow({
    'identity.name': '#N/A',
    'contact.email': 'x',
    'assignment.portfolio': 'Liège',
  })
  expect(notes.map(({ reason }) => reason)).toEqual(['excelError', 'notAnEmail', 'notAChoice'])
})

test('never repeats a national number', () => {
  const { notes } = readRow({
    ...NAME,
    'identity.nationalNumber': '85.07.30-033.29',
    'contact.email': '85073003328',
  })
  expect(notes.map(({ value }) => value)).toEqual([MASKED_NATIONAL_NUMBER, MASKED_NATIONAL_NUMBER])
})

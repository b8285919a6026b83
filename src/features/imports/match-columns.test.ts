import { expect, test } from 'vitest'
import { SAMPLE_FIELDS } from '#test/factories/sample-fields.ts'
import { COLUMN_NAMES, columnKey } from './column-names.ts'
import { fieldOfTarget, importableFields, targetsOf } from './import-targets.ts'
import { findHeader, matchColumns } from './match-columns.ts'
import type { Cell, SheetRow } from './sheet.ts'

const FIELDS = importableFields(SAMPLE_FIELDS)

const rowsOf = (...rows: Cell[][]): SheetRow[] => rows.map((cells, index) => ({ row: index + 1, cells }))

/** What each column of a header is taken for, by its name. */
function guess(header: readonly string[], ...samples: Cell[][]): Record<string, string> {
  const matches = matchColumns({ row: 1, cells: [...header] }, rowsOf(...samples), FIELDS)
  return Object.fromEntries(matches.map(({ column, target }) => [header[column], target]))
}

test.each([
  ['N° d’entreprise', 'identity.enterpriseNumber'],
  ['BCE', 'identity.enterpriseNumber'],
  ['N° BCE :', 'identity.enterpriseNumber'],
  ["NUMERO D'ENTREPRISE", 'identity.enterpriseNumber'],
  ['Ondernemingsnr.', 'identity.enterpriseNumber'],
  ['KBO-nummer', 'identity.enterpriseNumber'],
  ['EnterpriseNumber', 'identity.enterpriseNumber'],
  ['Unternehmensnummer', 'identity.enterpriseNumber'],
  ['TVA', 'identity.vatNumber'],
  ['BTW-nummer', 'identity.vatNumber'],
  ['VAT number', 'identity.vatNumber'],
  ['NISS', 'identity.nationalNumber'],
  ['Rijksregisternummer', 'identity.nationalNumber'],
  ['Dénomination', 'identity.name'],
  ['Naam', 'identity.name'],
  ['Nom du client (obligatoire)', 'identity.name'],
  ['Forme', 'identity.legalForm'],
  ['JuridicalFormCAC', 'identity.legalForm'],
  ['Rechtsvorm', 'identity.legalForm'],
  ['Rue', 'contact.street'],
  ['Straat', 'contact.street'],
  ['Straße', 'contact.street'],
  ['CP', 'contact.postalCode'],
  ['C.P.', 'contact.postalCode'],
  ['Zipcode', 'contact.postalCode'],
  ['PLZ', 'contact.postalCode'],
  ['Commune', 'contact.city'],
  ['Gemeente', 'contact.city'],
  ['MunicipalityFR', 'contact.city'],
  ['Tél.', 'contact.phone'],
  ['GSM', 'contact.phone'],
  ['E-mail', 'contact.email'],
  ['Courriel', 'contact.email'],
  ['Clôture', 'organisation.closingDay'],
  ['Boekjaar', 'organisation.closingDay'],
  ['Responsable', 'assignment.responsible'],
  ['Dossierbeheerder', 'assignment.responsible'],
  ['identity.language', 'identity.language'],
])('takes a column « %s » for %s', (name, target) => {
  expect(guess([name])).toEqual({ [name]: target })
})

test('every name that is listed is known, and for a field that a file can fill', () => {
  const targets = targetsOf(FIELDS)
  for (const [target, names] of Object.entries(COLUMN_NAMES)) {
    const isOfFirm = /^assignment\./.test(target)
    if (!isOfFirm) expect(targets).toContain(target)
    expect(names.filter(name => columnKey(name) === '')).toEqual([])
  }
})

test('lets the values decide between two fields of one name', () => {
  expect(guess(['TVA'], ['BE0403170701'], ['0202.239.951'])).toEqual({ TVA: 'identity.vatNumber' })
  expect(guess(['TVA'], ['Mensuel'], ['Trimestriel'])).toEqual({ TVA: 'status.vatStatus' })
  expect(guess(['Type'], ['Indépendant'], ['Particulier'])).toEqual({ Type: 'identity.kind' })
  expect(guess(['Type'], ['SRL'], ['ASBL'])).toEqual({ Type: 'identity.legalForm' })
})

test('does not take a column for a field that hardly one of its values fits', () => {
  expect(guess(['Bureau'], ['2e étage'], ['rez'])).toEqual({})
  expect(guess(['Bureau'], ['Namur'], ['Gent'])).toEqual({ Bureau: 'assignment.portfolio' })
})

test('fills each field from one column, the first that is named best', () => {
  expect(guess(['Téléphone', 'GSM', 'MunicipalityNL', 'MunicipalityFR'])).toEqual({
    Téléphone: 'contact.phone',
    MunicipalityNL: 'contact.city',
  })
  expect(guess(['Client', 'Nom'])).toEqual({ Nom: 'identity.name' })
})

test('takes « N° » for the house number only to the right of a street', () => {
  expect(guess(['N°', 'Nom', 'Rue', 'Bte'])).toEqual({
    Nom: 'identity.name',
    Rue: 'contact.street',
    Bte: 'contact.street#box',
  })
  expect(guess(['Rue', 'N°'])).toEqual({ Rue: 'contact.street', 'N°': 'contact.street#number' })
  expect(guess(['N°', 'Boîte'])).toEqual({})
})

test('recognises numbers and e-mail addresses under a name that says nothing', () => {
  const numbers: Cell[][] = [['0403.170.701'], ['0202.239.951'], [403170701]]
  expect(guess(['Ref.'], ...numbers)).toEqual({ 'Ref.': 'identity.enterpriseNumber' })
  expect(guess(['Ref.'], ['BE0403170701'], ['BE 0202.239.951'], ['BE0403170701'])).toEqual({
    'Ref.': 'identity.vatNumber',
  })
  expect(guess(['X'], ['a@b.be'], ['c@d.be'], ['e@f.be'])).toEqual({ X: 'contact.email' })
  expect(guess(['Ref.'], ['1'], ['2'], ['3'])).toEqual({})
})

test('finds the header below blank rows and titles', () => {
  const rows: SheetRow[] = [
    { row: 3, cells: ['Liste des clients au 31/12/2025'] },
    { row: 4, cells: [null, 'Fiduciaire Dupont', null, 'Page 1'] },
    { row: 7, cells: ['N° BCE', 'Dénomination', 'CP', 'Commune'] },
    { row: 8, cells: ['0403.170.701', 'Client SA', '5000', 'Namur'] },
  ]
  expect(findHeader(rows, FIELDS)?.row).toBe(7)
})

test('takes the first row with a text for the header when no name is known', () => {
  expect(findHeader(rowsOf([1, 2], ['aaa', 'bbb'], ['x', 'y']), FIELDS)?.row).toBe(2)
  expect(findHeader(rowsOf([1, 2]), FIELDS)).toBeUndefined()
})

test('offers no target that cannot be written from a file', () => {
  const fields = targetsOf(FIELDS).map(fieldOfTarget)
  for (const id of ['status.active', 'portal.state', 'billing.billedTo']) expect(fields).not.toContain(id)
})

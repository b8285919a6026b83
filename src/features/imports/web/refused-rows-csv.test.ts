import { expect, test } from 'vitest'
import type { ImportRow } from '../imports-api.ts'
import { type CsvColumn, rowsAsCsv } from './refused-rows-csv.ts'

const NAMES = { row: 'Ligne', reason: 'Raison' }

const columns = (...names: string[]): CsvColumn[] => names.map((name, column) => ({ column, name }))

const row = (
  cells: string[],
  message: string,
  column: ImportRow['notes'][number]['column'] = null,
): ImportRow => ({
  row: 7,
  outcome: 'refused',
  name: '',
  cells,
  notes: [{ level: 'refusal', reason: 'x', message, column, field: null, value: null, client: null }],
})

test('puts the columns of the file between the row and the reason', () => {
  const rows = [
    row(['Dupont', 'nobody'], 'Pas une adresse.', { letters: 'B', name: 'E-mail' }),
    row(['Durand'], 'Doublon.'),
  ]
  expect(rowsAsCsv(rows, columns('Nom', 'E-mail'), NAMES)).toBe(
    '\ufeffLigne;Nom;E-mail;Raison\r\n7;Dupont;nobody;E-mail : Pas une adresse.\r\n7;Durand;;Doublon.\r\n',
  )
})

test('leaves a column out, such as one that is masked', () => {
  const [nom, , email] = columns('Nom', 'NISS', 'E-mail')
  const some = [nom, email].filter(column => column !== undefined)
  expect(rowsAsCsv([row(['Dupont', '••', 'nobody'], 'Non.')], some, NAMES)).toBe(
    '\ufeffLigne;Nom;E-mail;Raison\r\n7;Dupont;nobody;Non.\r\n',
  )
})

test('quotes what needs quotes and keeps texts from being formulas', () => {
  const cells = ['a;b', 'say "hi"', '=1+1', '+32 81', '-5', '@x']
  const [, line] = rowsAsCsv([row(cells, '')], columns('1', '2', '3', '4', '5', '6'), NAMES).split('\r\n')
  expect(line).toBe(`7;"a;b";"say ""hi""";'=1+1;'+32 81;'-5;'@x;`)
})

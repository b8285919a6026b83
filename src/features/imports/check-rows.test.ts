import { describe, expect, test } from 'vitest'
import type { FieldValues } from '#kernel/fields/field.ts'
import { type CheckedRow, countRows, numbersOf, outcomeOf, refuseExisting, rowChecker } from './check-rows.ts'
import type { RowNote } from './read-row.ts'

const REFUSED: RowNote = { level: 'refusal', reason: 'notADay' }
const WARNED: RowNote = { level: 'warning', reason: 'wrongCheckDigits' }

/** Checks rows that read as given; the first has number 2. */
function check(...rows: { values: FieldValues; notes?: RowNote[] }[]): CheckedRow[] {
  let next = 0
  const checkRow = rowChecker(() => {
    const { values, notes = [] } = rows[next++] ?? { values: {} }
    return { values: { ...values }, notes: [...notes] }
  })
  return rows.map((_, index) => checkRow({ row: index + 2, cells: [] }))
}

const company = (number: string): FieldValues => ({ 'identity.enterpriseNumber': number })
const outcomes = (rows: readonly CheckedRow[]) => rows.map(({ notes }) => outcomeOf(notes))

describe('of rows with one number', () => {
  test('keeps the first and tells both of each other', () => {
    const rows = check(
      { values: company('1') },
      { values: company('2') },
      { values: company('1') },
      { values: company('1') },
    )
    expect(outcomes(rows)).toEqual(['accepted', 'accepted', 'duplicate', 'duplicate'])
    expect(rows[2]?.notes).toEqual([
      { level: 'refusal', reason: 'duplicateInFile', field: 'identity.enterpriseNumber', params: { row: 2 } },
    ])
    expect(rows[0]?.notes.map(({ reason, params }) => [reason, params?.row])).toEqual([
      ['keptOfDuplicates', 4],
      ['keptOfDuplicates', 5],
    ])
  })

  test.each(['identity.vatNumber', 'identity.nationalNumber'])('counts %s as well', field => {
    expect(outcomes(check({ values: { [field]: 'x' } }, { values: { [field]: 'x' } }))).toEqual([
      'accepted',
      'duplicate',
    ])
  })

  test('lets the next one in when the first is refused for something else', () => {
    expect(outcomes(check({ values: company('1'), notes: [REFUSED] }, { values: company('1') }))).toEqual([
      'refused',
      'accepted',
    ])
  })
})

test('says of a row the worst that there is to say', () => {
  const duplicate: RowNote = { level: 'refusal', reason: 'duplicateInFile' }
  expect(outcomeOf([])).toBe('accepted')
  expect(outcomeOf([{ level: 'information', reason: 'keptOfDuplicates' }])).toBe('accepted')
  expect(outcomeOf([WARNED])).toBe('warned')
  expect(outcomeOf([WARNED, duplicate])).toBe('duplicate')
  expect(outcomeOf([duplicate, REFUSED])).toBe('refused')
})

test('asks the firm about the rows that could come in only', () => {
  const rows = check(
    { values: { ...company('1'), 'identity.vatNumber': 'BE1' } },
    { values: company('1') },
    { values: company('2'), notes: [REFUSED] },
    { values: company('3'), notes: [WARNED] },
  )
  expect(numbersOf(rows)).toEqual({
    'identity.enterpriseNumber': ['1', '3'],
    'identity.vatNumber': ['BE1'],
    'identity.nationalNumber': [],
  })
})

test('names the client that has a number, unless it is out of the user’s sight', () => {
  const rows = check({ values: company('1') }, { values: company('2') }, { values: company('3') })
  refuseExisting(rows, [
    { field: 'identity.enterpriseNumber', number: '1', client: { id: 7, name: 'Client SA' } },
    { field: 'identity.enterpriseNumber', number: '3' },
    { field: 'identity.vatNumber', number: '2', client: { id: 8, name: 'Another' } },
  ])
  expect(rows.map(({ notes }) => notes)).toEqual([
    [
      {
        level: 'refusal',
        reason: 'existsInFirm',
        field: 'identity.enterpriseNumber',
        params: { name: 'Client SA' },
        client: { id: 7, name: 'Client SA' },
      },
    ],
    [],
    [{ level: 'refusal', reason: 'existsOutOfSight', field: 'identity.enterpriseNumber' }],
  ])
  expect(countRows(rows)).toEqual({ rows: 3, accepted: 1, warned: 0, refused: 0, duplicate: 2 })
})

import { describe, expect, test } from 'vitest'
import type { FieldValues } from '#kernel/fields/field.ts'
import { claimsOf, outcomeOf, refusalsOfTaken, rowChecker } from './check-rows.ts'
import type { RowNote } from './read-row.ts'

const REFUSED: RowNote = { level: 'refusal', reason: 'notADay' }
const WARNED: RowNote = { level: 'warning', reason: 'wrongCheckDigits' }
const DUPLICATE: RowNote = { level: 'refusal', reason: 'duplicateInFile' }

/** Checks rows that read as given; the first has number 2. */
function check(...rows: { values: FieldValues; notes?: RowNote[] }[]) {
  const checker = rowChecker(({ row }) => {
    const { values = {}, notes = [] } = rows[row - 2] ?? {}
    return { values: { ...values }, notes: [...notes] }
  })
  const notes = rows.map((_, index) => checker.check({ row: index + 2, cells: [] }).notes)
  return { notes, outcomes: notes.map(outcomeOf), toldLater: [...checker.toldLater] }
}

const company = (number: string): FieldValues => ({ 'identity.enterpriseNumber': number })

describe('of rows with one number', () => {
  test('keeps the first and tells both of each other', () => {
    const field = 'identity.enterpriseNumber'
    const { notes, outcomes, toldLater } = check(
      { values: company('1') },
      { values: company('2') },
      { values: company('1') },
      { values: company('1') },
    )
    expect(outcomes).toEqual(['accepted', 'accepted', 'duplicate', 'duplicate'])
    expect(notes[2]).toEqual([{ level: 'refusal', reason: 'duplicateInFile', field, params: { row: 2 } }])
    const told = (row: number) => ({
      level: 'information',
      reason: 'keptOfDuplicates',
      field,
      params: { row },
    })
    expect(toldLater).toEqual([[2, [told(4), told(5)]]])
  })

  test.each(['identity.vatNumber', 'identity.nationalNumber'])('counts %s as well', field => {
    const { outcomes } = check({ values: { [field]: 'x' } }, { values: { [field]: 'x' } })
    expect(outcomes).toEqual(['accepted', 'duplicate'])
  })

  test('lets the next one in when the first is refused for something else', () => {
    const { outcomes } = check({ values: company('1'), notes: [REFUSED] }, { values: company('1') })
    expect(outcomes).toEqual(['refused', 'accepted'])
  })

  test('does not let a duplicate take its other numbers', () => {
    const { outcomes } = check(
      { values: company('1') },
      { values: { ...company('1'), 'identity.vatNumber': 'x' } },
      { values: { 'identity.vatNumber': 'x' } },
    )
    expect(outcomes).toEqual(['accepted', 'duplicate', 'accepted'])
  })
})

test.each<[string, RowNote[], string]>([
  ['nothing', [], 'accepted'],
  ['an information', [{ level: 'information', reason: 'keptOfDuplicates' }], 'accepted'],
  ['a warning', [WARNED], 'warned'],
  ['a duplicate with a warning', [WARNED, DUPLICATE], 'duplicate'],
  ['a duplicate with a refusal', [DUPLICATE, REFUSED], 'refused'],
])('says of a row the worst that there is to say: %s', (_what, notes, outcome) => {
  expect(outcomeOf(notes)).toBe(outcome)
})

test('names the client that has a number, unless it is out of the user’s sight', () => {
  const claims = [
    ...claimsOf(2, { ...company('1'), 'identity.vatNumber': 'BE1' }),
    ...claimsOf(3, company('2')),
    ...claimsOf(4, company('3')),
  ]
  const client = { id: 7, name: 'Client SA' }
  const refusals = refusalsOfTaken(claims, [
    { field: 'identity.enterpriseNumber', number: '1', client },
    { field: 'identity.vatNumber', number: 'BE1', client: { id: 8, name: 'Another' } },
    { field: 'identity.vatNumber', number: '2', client: { id: 9, name: 'Of another kind' } },
    { field: 'identity.enterpriseNumber', number: '3' },
  ])
  const field = 'identity.enterpriseNumber'
  expect([...refusals]).toEqual([
    [2, { level: 'refusal', reason: 'existsInFirm', field, params: { name: 'Client SA' }, client }],
    [4, { level: 'refusal', reason: 'existsOutOfSight', field }],
  ])
})

import { describe, expect, test } from 'vitest'
import type { FieldValues } from '#kernel/fields/field.ts'
import { claimsOf, notesOfDuplicates, outcomeOf, refusalsOfTaken } from './check-rows.ts'
import type { RowNote } from './read-row.ts'

const REFUSED: RowNote = { level: 'refusal', reason: 'notADay' }
const WARNED: RowNote = { level: 'warning', reason: 'wrongCheckDigits' }
const DUPLICATE: RowNote = { level: 'refusal', reason: 'duplicateInFile' }

const field = 'identity.enterpriseNumber'
const kept = (row: number): RowNote => ({
  level: 'information',
  reason: 'keptOfDuplicates',
  field,
  params: { row },
})
const duplicateOf = (row: number): RowNote => ({
  level: 'refusal',
  reason: 'duplicateInFile',
  field,
  params: { row },
})
const company = (number: string): FieldValues => ({ [field]: number })

/** What is told of rows with these values; the first has number 2. */
const notesOf = (...rows: { values: FieldValues; warned?: boolean }[]) =>
  Object.fromEntries(
    notesOfDuplicates(
      rows.map(({ values, warned = false }, index) => ({
        row: index + 2,
        warned,
        claims: claimsOf(index + 2, values),
      })),
    ),
  )

describe('of rows with one number', () => {
  test('keeps the first and tells all of each other', () => {
    expect(
      notesOf(
        { values: company('1') },
        { values: company('2') },
        { values: company('1') },
        { values: company('1') },
      ),
    ).toEqual({ 2: [kept(4), kept(5)], 4: [duplicateOf(2)], 5: [duplicateOf(2)] })
  })

  test('keeps the first without a warning, which comes in whatever the user says of warnings', () => {
    expect(
      notesOf(
        { values: company('1'), warned: true },
        { values: company('1') },
        { values: company('1'), warned: true },
        { values: company('1') },
      ),
    ).toEqual({
      2: [duplicateOf(3)],
      3: [kept(5), kept(2), kept(4)],
      4: [duplicateOf(3)],
      5: [duplicateOf(3)],
    })
  })

  test('keeps the first where each has a warning', () => {
    const warned = { values: company('1'), warned: true }
    expect(notesOf(warned, warned)).toEqual({ 2: [kept(3)], 3: [duplicateOf(2)] })
  })

  test.each(['identity.vatNumber', 'identity.nationalNumber'])('counts %s as well', id => {
    expect(Object.keys(notesOf({ values: { [id]: 'x' } }, { values: { [id]: 'x' } }))).toEqual(['2', '3'])
  })

  test('keeps every member of a VAT group, but not a client of its own with the group’s number', () => {
    const member = { values: { 'identity.vatNumber': 'x', 'status.vatStatus': 'vatGroup' } }
    const other = { values: { 'identity.vatNumber': 'x', 'status.vatStatus': 'monthly' } }
    expect(notesOf(member, member, other)).toEqual({})
    expect(Object.keys(notesOf(member, other, other))).toEqual(['3', '4'])
  })

  test('does not let a duplicate take its other numbers', () => {
    expect(
      notesOf(
        { values: company('1') },
        { values: { ...company('1'), 'identity.vatNumber': 'x' } },
        { values: { 'identity.vatNumber': 'x' } },
      ),
    ).toEqual({ 2: [kept(3)], 3: [duplicateOf(2)] })
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
  expect([...refusals]).toEqual([
    [2, { level: 'refusal', reason: 'existsInFirm', field, params: { name: 'Client SA' }, client }],
    [4, { level: 'refusal', reason: 'existsOutOfSight', field }],
  ])
})

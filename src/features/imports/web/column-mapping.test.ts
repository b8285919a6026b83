import { expect, test } from 'vitest'
import type { ImportMapping } from '../imports-api.ts'
import { guessedMapping, isTwice, mappingProblems, targetOf, withTarget } from './column-mapping.ts'

const mapping = (...targets: string[]): ImportMapping => ({
  sheet: 0,
  headerRow: 1,
  columns: targets.map((target, column) => ({ column, target })),
  defaultPortfolio: 1,
})

test('starts from the guesses and leaves the other columns alone', () => {
  const columns = [null, 'identity.name', null].map((target, column) => ({
    column,
    letters: '',
    name: '',
    samples: [],
    target,
  }))
  const guessed = guessedMapping({ index: 2, name: 'Clients', rows: 9, headerRow: 3, columns }, 7)
  expect(guessed).toEqual({
    sheet: 2,
    headerRow: 3,
    columns: [{ column: 1, target: 'identity.name' }],
    defaultPortfolio: 7,
  })
})

test('reads a column into something else, or into nothing', () => {
  const changed = withTarget(mapping('identity.name', 'contact.city'), 1, 'contact.street')
  expect(targetOf(changed, 1)).toBe('contact.street')
  expect(withTarget(changed, 1, null).columns).toEqual([{ column: 0, target: 'identity.name' }])
  expect(withTarget(mapping('identity.name'), 5, 'contact.city').columns).toHaveLength(2)
})

test('notices two columns for one field', () => {
  const twice = mapping('identity.name', 'contact.city', 'contact.city')
  expect([isTwice(twice, 'contact.city'), isTwice(twice, 'identity.name'), isTwice(twice, null)]).toEqual([
    true,
    false,
    false,
  ])
})

test.each<[string, ImportMapping, unknown[]]>([
  ['nothing', mapping('identity.name'), []],
  ['a name', mapping('contact.city'), ['nameNeeded']],
  ['a portfolio', { ...mapping('identity.name'), defaultPortfolio: null }, ['portfolioNeeded']],
  [
    'no portfolio when a column names it',
    { ...mapping('identity.name', 'assignment.portfolio'), defaultPortfolio: null },
    [],
  ],
  ['one column per field', mapping('identity.name', 'contact.city', 'contact.city'), ['twice']],
  [
    'the street of a house number',
    mapping('identity.name', 'contact.street#box'),
    [{ partWithout: 'contact.street' }],
  ],
  ['the name of a first name, once', mapping('identity.name#firstName'), ['nameNeeded']],
])('needs %s', (_what, given, problems) => {
  expect(mappingProblems(given)).toEqual(problems)
})

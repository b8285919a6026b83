import { expect, test } from 'vitest'
import { nameProblem } from './filter-name.ts'

const NAMES = ['Sociétés sans clôture', 'CI périmée']

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['x'.repeat(60), undefined],
  ['x'.repeat(61), 'tooLong'],
  ['CI périmée', 'taken'],
  [' ci perimee ', 'taken'],
  ['CI périmées', undefined],
])('the name « %s » of a new filter: %s', (name, problem) => {
  expect(nameProblem(name, NAMES, undefined)).toBe(problem)
})

test('a filter may keep its own name, and change its capitals', () => {
  expect(nameProblem('CI périmée', NAMES, 'CI périmée')).toBeUndefined()
  expect(nameProblem('ci périmée', NAMES, 'CI périmée')).toBeUndefined()
  expect(nameProblem('sociétés sans clôture', NAMES, 'CI périmée')).toBe('taken')
})

import { expect, test } from 'vitest'
import { countTouched, EMPTY_DRAFT, editsOf, incompleteFields, withField, withLabel } from './bulk-draft.ts'

test('only what is touched is asked for, and what lacks a value waits', () => {
  const draft = withField(
    withField(withField(EMPTY_DRAFT, 'identity.language', { verb: 'set', value: 'nl' }), 'aml.pep', {
      verb: 'set',
      value: false,
    }),
    'status.vatStatus',
    { verb: 'set' },
  )
  expect(editsOf(draft)).toEqual([
    { field: 'identity.language', verb: 'set', value: 'nl' },
    { field: 'aml.pep', verb: 'set', value: false },
  ])
  expect(incompleteFields(draft)).toEqual(['status.vatStatus'])
  expect(countTouched(draft)).toBe(3)
  expect(editsOf(withField(draft, 'identity.language', undefined))).toHaveLength(1)
})

test('clearing needs no value, shifting a day has a duration', () => {
  const draft = withField(withField(EMPTY_DRAFT, 'contact.email', { verb: 'clear' }), 'aml.nextReview', {
    verb: 'add',
    value: 'P1Y',
  })
  expect(editsOf(draft)).toEqual([
    { field: 'contact.email', verb: 'clear' },
    { field: 'aml.nextReview', verb: 'add', value: 'P1Y' },
  ])
})

test('labels come and go together, and the ones without a mark are left alone', () => {
  const draft = withLabel(withLabel(withLabel(EMPTY_DRAFT, 1, 'add'), 2, 'remove'), 3, 'add')
  expect(editsOf(draft)).toEqual([
    { field: 'identity.labels', verb: 'add', value: [1, 3] },
    { field: 'identity.labels', verb: 'remove', value: [2] },
  ])
  expect(editsOf(withLabel(withLabel(withLabel(draft, 1, undefined), 2, undefined), 3, undefined))).toEqual(
    [],
  )
})

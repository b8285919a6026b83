import { expect, test } from 'vitest'
import { fieldOfKind } from '#test/factories/arbitrary-filters.ts'
import { FIELD_KINDS } from '../fields/field.ts'
import type { Condition } from './filter.ts'
import { vanishedParts } from './vanished.ts'

const fields = new Map(FIELD_KINDS.map(kind => [`its.${kind}`, fieldOfKind(kind)]))

const deletedField: Condition = { field: 'custom.12', op: 'empty' }
const deletedChoice: Condition = { field: 'its.choice', op: 'in', value: ['legal', 'deleted', null] }
const deletedLabel: Condition = { field: 'its.labels', op: 'hasNone', value: [99] }

test('what is gone is found at any depth, in the order in which it is written', () => {
  const filter = { all: [deletedLabel, { none: [{ any: [deletedField] }, deletedChoice] }] }
  expect(vanishedParts(filter, fields)).toEqual([deletedLabel, deletedField, deletedChoice])
})

test.each<[Condition]>([
  [{ field: 'its.choice', op: 'in', value: ['legal', null] }],
  [{ field: 'its.client', op: 'in', value: [123_456] }],
  [{ field: 'its.text', op: 'eq', value: 'deleted' }],
  [{ field: 'its.labels', op: 'hasAll', value: [] }],
  [{ field: 'its.date', op: 'lt', value: 'not a day' }],
])('nothing is gone from %j', condition => {
  expect(vanishedParts(condition, fields)).toEqual([])
})

test('a choice that is no longer offered is still there', () => {
  const field = fieldOfKind('choice', { choices: [{ value: 'old', label: 'Ancien', retired: true }] })
  expect(vanishedParts({ field: field.id, op: 'in', value: ['old'] }, new Map([[field.id, field]]))).toEqual(
    [],
  )
})

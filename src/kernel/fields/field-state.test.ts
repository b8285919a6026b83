import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arbitraryFields,
  arbitraryValues,
  fieldOfKind,
  ARBITRARY_TODAY as TODAY,
} from '#test/factories/arbitrary-filters.ts'
import { addDays } from '../day.ts'
import { matchesFilter } from '../filters/matches-filter.ts'
import type { Field, FieldKind, FieldValue } from './field.ts'
import { type FieldState, fieldState } from './field-state.ts'

const kindOfClient = fieldOfKind('choice')
const ofPrivatePersons = {
  requiredFor: { field: kindOfClient.id, op: 'in', value: ['private'] },
} satisfies Partial<Field>

function stateOf(field: Field, value: FieldValue, clientKind = 'private'): FieldState {
  const fields = new Map([kindOfClient, field].map(one => [one.id, one]))
  return fieldState(field, { [field.id]: value, [kindOfClient.id]: clientKind }, { fields, today: TODAY })
}

describe('a required field', () => {
  test.each<[FieldKind, FieldValue, FieldState]>([
    ['text', 'x', 'fine'],
    ['text', null, 'missing'],
    ['labels', [], 'missing'],
    ['yesNo', false, 'fine'],
    ['vatNumber', 'BE0403170701', 'fine'],
    ['vatNumber', 'BE0403170700', 'invalid'],
    ['identityDocument', null, 'missing'],
    ['identityDocument', addDays(TODAY, -1), 'expired'],
    ['identityDocument', TODAY, 'expiresSoon'],
    ['identityDocument', addDays(TODAY, 60), 'expiresSoon'],
    ['identityDocument', addDays(TODAY, 61), 'fine'],
  ])('of kind %s with %j is %s', (kind, value, state) => {
    expect(stateOf(fieldOfKind(kind, { ...ofPrivatePersons, expires: true }), value)).toBe(state)
  })

  test('is missing only where it is required, and wrong or expired everywhere', () => {
    const card = fieldOfKind('identityDocument', { ...ofPrivatePersons, expires: true })
    expect(stateOf(card, null, 'legal')).toBe('fine')
    expect(stateOf(card, addDays(TODAY, -1), 'legal')).toBe('expired')
    expect(stateOf(fieldOfKind('enterpriseNumber'), '0403170700')).toBe('invalid')
    expect(stateOf(fieldOfKind('enterpriseNumber'), null)).toBe('fine')
  })

  test('that a client says nothing about is missing', () => {
    const field = fieldOfKind('text', { requiredFor: { all: [] } })
    expect(fieldState(field, {}, { fields: new Map([[field.id, field]]), today: TODAY })).toBe('missing')
  })
})

test('a date that does not expire is fine however old', () => {
  expect(stateOf(fieldOfKind('date', ofPrivatePersons), '0001-01-01')).toBe('fine')
})

test('a field is incomplete exactly where it is required and its cell shows something missing, wrong or expired', {
  timeout: 60_000,
}, () => {
  const cases = arbitraryFields.chain(fields => fc.tuple(fc.constant(fields), arbitraryValues(fields)))
  fc.assert(
    fc.property(cases, ([fields, values]) => {
      const context = { fields: new Map(fields.map(field => [field.id, field])), today: TODAY }
      for (const field of fields) {
        const state = fieldState(field, values, context)
        const isRequired =
          field.requiredFor !== undefined && matchesFilter(field.requiredFor, values, context)
        expect(matchesFilter({ field: field.id, op: 'incomplete' }, values, context)).toBe(
          isRequired && ['missing', 'invalid', 'expired'].includes(state),
        )
      }
    }),
  )
})

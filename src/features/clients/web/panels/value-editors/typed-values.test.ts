import { describe, expect, test } from 'vitest'
import type { Field, FieldKind } from '#kernel/fields/field.ts'
import type { Operator } from '#kernel/filters/filter.ts'
import { LANGUAGES } from '#kernel/language.ts'
import { readDayCount, readTyped, showTyped } from './typed-values.ts'

const field = (kind: FieldKind): Field => ({
  id: `x.${kind}`,
  group: 'identity',
  kind,
  label: kind,
  editable: true,
  sortable: true,
  shownByDefault: true,
  width: 100,
})

describe('what is typed into a condition', () => {
  test.each<[FieldKind, string, string]>([
    ['text', ' SRL', ' SRL'],
    ['enterpriseNumber', '0403.170', '0403170'],
    ['vatNumber', 'BE 0403.170.701', 'BE0403170701'],
    ['date', '31/12/26', '2026-12-31'],
    ['dayOfYear', '30/6', '06-30'],
    ['money', '1 250,5', '1250.50'],
    ['email', '@gmail', '@gmail'],
  ])('is read as a %s: « %s »', (kind, typed, value) => {
    expect(readTyped(typed, field(kind), 'contains')).toEqual({ value })
  })

  test.each<[FieldKind, Operator, string, string]>([
    ['enterpriseNumber', 'eq', 'BE 0403 170 701', '0403170701'],
    ['enterpriseNumber', 'ne', '403.170.701', '0403170701'],
    ['enterpriseNumber', 'in', '0403/170-701', '0403170701'],
    ['enterpriseNumber', 'startsWith', 'BE 0403', '0403'],
    ['enterpriseNumber', 'contains', '403170701', '403170701'],
    ['vatNumber', 'eq', '0403.170.701', 'BE0403170701'],
    ['vatNumber', 'startsWith', 'BE 0403', 'BE0403'],
  ])('is completed as a %s when the condition (%s) takes a whole one: « %s »', (kind, op, typed, value) => {
    expect(readTyped(typed, field(kind), op)).toEqual({ value })
  })

  test('is nothing as long as the box is empty', () => {
    expect(readTyped('  ', field('date'), 'eq')).toEqual({ value: undefined })
    expect(readDayCount('')).toEqual({ value: undefined })
  })

  test.each<[FieldKind, string]>([
    ['date', '31/02/2026'],
    ['money', 'douze'],
    ['dayOfYear', '45/1'],
  ])('is refused with an example when it is no %s', (kind, typed) => {
    expect(readTyped(typed, field(kind), 'contains')).toEqual({
      problem: expect.any(String),
      accepted: expect.stringMatching(/\d/),
    })
  })

  test.each(['-1', '1,5', '123456'])('is no number of days: %s', typed => {
    expect(readDayCount(typed)).toHaveProperty('problem')
  })

  test.each<[FieldKind, string]>([
    ['date', '2026-12-31'],
    ['dayOfYear', '06-30'],
    ['money', '1250.50'],
    ['enterpriseNumber', '0403170701'],
    ['text', 'Müller & Fils'],
  ])('is read back from how a %s is shown, in every language', (kind, value) => {
    for (const language of LANGUAGES) {
      expect(readTyped(showTyped(value, field(kind), language), field(kind), 'eq')).toEqual({ value })
    }
  })
})

import { describe, expect, test } from 'vitest'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldKind, FieldValue } from '#kernel/fields/field.ts'
import { inputText, readInput } from './read-input.ts'

const TODAY = '2026-06-15'

const fieldOf = (kind: FieldKind, more: Partial<DescribedField> = {}): DescribedField => ({
  id: `test.${kind}`,
  group: 'identity',
  groupLabel: '',
  kind,
  label: kind,
  operators: [],
  editable: true,
  verbs: [],
  neverEmpty: false,
  required: false,
  sortable: true,
  computed: false,
  shownByDefault: true,
  width: 100,
  ...more,
})

describe('what is typed into a cell', () => {
  test.each<[FieldKind, string, FieldValue]>([
    ['text', '  Rue   Haute 1 ', 'Rue Haute 1'],
    ['date', '31/12/2026', '2026-12-31'],
    ['date', '31.12.26', '2026-12-31'],
    ['date', '311226', '2026-12-31'],
    ['date', '31 déc 2026', '2026-12-31'],
    ['date', '2026-12-31', '2026-12-31'],
    ['date', '3/5', '2026-05-03'],
    ['identityDocument', '1 février', '2026-02-01'],
    ['dayOfYear', '3006', '06-30'],
    ['dayOfYear', '30/6', '06-30'],
    ['money', '1250,5', '1250.50'],
    ['money', '€ 1 250', '1250.00'],
    ['yesNo', 'oui', true],
    ['enterpriseNumber', 'BE 0403.170.701', '0403170701'],
  ])('of the kind %s, « %s » is read', (kind, typed, value) => {
    expect(readInput(typed, fieldOf(kind), TODAY)).toEqual({ value })
  })

  test.each<[FieldKind, string, string]>([
    ['date', '31/02/2026', 'notADay'],
    ['date', '30/2', 'notADay'],
    ['email', 'anne@', 'notAnEmail'],
    ['enterpriseNumber', '123', 'notAnEnterpriseNumber'],
    ['money', 'beaucoup', 'notAnAmount'],
    ['text', 'x'.repeat(251), 'tooLong'],
  ])('of the kind %s, « %.20s » is refused', (kind, typed, problem) => {
    expect(readInput(typed, fieldOf(kind), TODAY)).toMatchObject({ problem })
  })

  test('a number with wrong check digits is read with a warning', () => {
    expect(readInput('0403170702', fieldOf('enterpriseNumber'), TODAY)).toEqual({
      value: '0403170702',
      warning: 'wrongCheckDigits',
    })
  })

  test('nothing clears a cell, unless the client is never without it', () => {
    expect(readInput('  ', fieldOf('text'), TODAY)).toEqual({ value: null })
    expect(readInput('', fieldOf('text', { neverEmpty: true }), TODAY)).toEqual({ problem: 'neverEmpty' })
  })

  test.each<[FieldKind, FieldValue]>([
    ['date', '2003-02-01'],
    ['dayOfYear', '06-30'],
    ['money', '1250.50'],
    ['enterpriseNumber', '0403170701'],
    ['text', 'Rue Haute 1'],
  ])('of the kind %s, what an editor shows is read back as it was', (kind, value) => {
    for (const language of ['fr', 'nl', 'de', 'en'] as const) {
      expect(readInput(inputText(value, fieldOf(kind), language), fieldOf(kind), TODAY)).toEqual({ value })
    }
  })

  test('a national number is never shown', () => {
    expect(inputText('***', fieldOf('nationalNumber'), 'fr')).toBe('')
  })
})

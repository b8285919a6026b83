import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryValue, fieldOfKind } from '#test/factories/arbitrary-filters.ts'
import { LANGUAGES, type Language } from '../language.ts'
import { FIELD_KINDS, type FieldKind, type FieldValue } from './field.ts'
import { formatChoice, formatDay, isUnknownChoice, meaningOf, operatorsOf } from './field-kinds.ts'

const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('what is typed into a field', () => {
  test.each<[FieldKind, string, FieldValue]>([
    ['text', '  École ', 'École'],
    ['email', ' info@exemple.be ', 'info@exemple.be'],
    ['enterpriseNumber', 'BE 403.170.701', '0403170701'],
    ['vatNumber', '0403.170.701', 'BE0403170701'],
    ['vatNumber', 'lu 12345678', 'LU12345678'],
    ['nationalNumber', '85.07.30-033.28', '85073003328'],
    ['choice', 'personne MORALE', 'legal'],
    ['choice', '017', '017'],
    ['reference', 'gent', 2],
    ['labels', 'Namur; gent | Namur', [1, 2]],
    ['labels', ';', []],
    ['client', ' 12 ', 12],
    ['yesNo', 'Ja', true],
    ['date', '31/12/2026', '2026-12-31'],
    ['identityDocument', '2026-12-31', '2026-12-31'],
    ['dayOfYear', '31/12', '12-31'],
    ['money', '1.250,5', '1250.50'],
  ])('is understood by a %s: %j is %j', (kind, typed, value) => {
    expect(meaningOf(kind).read(typed, fieldOfKind(kind))).toEqual({ value })
  })

  test.each<[FieldKind, string, string]>([
    ['email', 'info@exemple', 'notAnEmail'],
    ['email', 'a b@exemple.be', 'notAnEmail'],
    ['email', 'info@exemple.be, autre@exemple.be', 'notAnEmail'],
    ['email', `${'x'.repeat(250)}@a.be`, 'notAnEmail'],
    ['enterpriseNumber', '12', 'notAnEnterpriseNumber'],
    ['vatNumber', 'XX123', 'notAVatNumber'],
    ['nationalNumber', '850730', 'notANationalNumber'],
    ['choice', 'Personne', 'notAChoice'],
    ['user', '99', 'notAChoice'],
    ['labels', 'Namur, Liège', 'notAChoice'],
    ['client', '0', 'notAClient'],
    ['client', '1.5', 'notAClient'],
    ['client', '0x10', 'notAClient'],
    ['client', '99999999999', 'notAClient'],
    ['yesNo', 'peut-être', 'notYesNo'],
    ['date', '30/02/2026', 'notADay'],
    ['dayOfYear', '31/02', 'notADayOfYear'],
    ['money', 'cinq', 'notAnAmount'],
    ['money', '0,125', 'notAnAmount'],
    ['money', '1,250', 'ambiguousAmount'],
  ])('is refused by a %s: %j', (kind, typed, problem) => {
    expect(meaningOf(kind).read(typed, fieldOfKind(kind))).toMatchObject({ problem })
  })

  test.each<[FieldKind, string]>([
    ['enterpriseNumber', '0403170700'],
    ['vatNumber', 'BE0403170700'],
    ['nationalNumber', '85073003329'],
  ])('is kept with a warning by a %s when only check digits are wrong: %s', (kind, typed) => {
    const { read, isInvalid } = meaningOf(kind)
    expect(read(typed, fieldOfKind(kind))).toEqual({ value: typed, warning: 'wrongCheckDigits' })
    expect(isInvalid(typed)).toBe(true)
  })
})

test('an amount with a dot before three digits is read as Belgians write thousands, with a warning', () => {
  expect(meaningOf('money').read('1.250', fieldOfKind('money'))).toEqual({
    value: '1250.00',
    warning: 'dotForThousands',
  })
})

describe('a cell', () => {
  test.each<[FieldKind, FieldValue, Language, string]>([
    ['text', 'École', 'fr', 'École'],
    ['enterpriseNumber', '0403170701', 'fr', '0403.170.701'],
    ['vatNumber', 'BE0403170701', 'nl', 'BE 0403.170.701'],
    ['choice', 'legal', 'fr', 'Personne morale'],
    ['choice', 'deleted', 'fr', 'deleted'],
    ['labels', [1, 2], 'fr', 'Namur, Gent'],
    ['client', 12, 'fr', 'n° 12'],
    ['client', 'Dupont SRL', 'fr', 'Dupont SRL'],
    ['yesNo', true, 'nl', 'Ja'],
    ['yesNo', false, 'de', 'Nein'],
    ['date', '2026-12-31', 'fr', '31/12/2026'],
    ['date', '2026-12-31', 'de', '31.12.2026'],
    ['dayOfYear', '12-31', 'en', '31/12'],
    ['money', '9999999999.99', 'fr', '9 999 999 999,99 €'],
    ['money', '-0.05', 'nl', '€ -0,05'],
    ['money', '1250.00', 'en', '€1,250.00'],
  ])('of a %s shows %j in %s as %s', (kind, value, language, shown) => {
    expect(plainSpaces(meaningOf(kind).format(value, fieldOfKind(kind), language))).toBe(shown)
  })

  test.each(FIELD_KINDS)('of a %s shows nothing for a missing value', kind => {
    for (const language of LANGUAGES) {
      expect(meaningOf(kind).format(null, fieldOfKind(kind), language).trim()).toBe('')
    }
  })

  test('shows the short label of a choice that has one, in the language of the user', () => {
    const short = { fr: 'SRL', nl: 'BV', de: 'GmbH', en: 'SRL' }
    const field = fieldOfKind('choice', { choices: [{ value: '610', label: 'Société', short }] })
    expect(formatChoice('610', field, 'nl')).toBe('BV')
  })

  test('shows a day in the manner of the language', () => {
    expect(LANGUAGES.map(language => formatDay('2026-01-02', language))).toEqual([
      '02/01/2026',
      '02/01/2026',
      '02.01.2026',
      '02/01/2026',
    ])
  })
})

describe('a value', () => {
  test.each(FIELD_KINDS)(
    'that a %s can have is held by it, and a missing one is none and not wrong',
    kind => {
      const field = fieldOfKind(kind)
      fc.assert(fc.property(arbitraryValue(field), value => meaningOf(kind).holds(value, field)))
      expect(meaningOf(kind).holds(null, field)).toBe(false)
      expect(meaningOf(kind).isInvalid(null)).toBe(false)
    },
  )

  test.each<[FieldKind, FieldValue]>([
    ['text', ''],
    ['text', 5],
    ['choice', 'deleted'],
    ['reference', '1'],
    ['client', 0],
    ['client', 1.5],
    ['client', '1'],
    ['labels', [1, 99]],
    ['labels', 1],
    ['yesNo', 'true'],
    ['date', '2026-02-30'],
    ['dayOfYear', '2026-12-31'],
    ['money', 5],
    ['money', '5.001'],
  ])('that a %s cannot have: %j', (kind, value) => {
    expect(meaningOf(kind).holds(value, fieldOfKind(kind))).toBe(false)
  })

  test('of a masked national number is not taken for a wrong one', () => {
    expect(meaningOf('nationalNumber').isInvalid('••.••.••-•••.••')).toBe(false)
  })

  test.each<[FieldKind, unknown, boolean]>([
    ['choice', 'legal', false],
    ['choice', 'deleted', true],
    ['labels', 99, true],
    ['client', 99, false],
    ['text', 'deleted', false],
  ])('of a %s, %j, is a choice that is gone: %j', (kind, value, gone) => {
    expect(isUnknownChoice(value, fieldOfKind(kind))).toBe(gone)
  })
})

describe('the operators of a field', () => {
  test.each<[FieldKind, string]>([
    ['text', 'contains notContains startsWith eq ne in notIn empty notEmpty'],
    ['money', 'eq ne lt lte gt gte between in notIn empty notEmpty'],
    ['dayOfYear', 'eq ne lt lte gt gte between in notIn empty notEmpty'],
    ['date', 'eq ne lt lte gt gte between in notIn empty notEmpty today past nextDays olderThanDays'],
    ['user', 'in notIn empty notEmpty'],
    ['labels', 'hasAny hasAll hasNone empty notEmpty'],
    ['yesNo', 'isTrue isFalse in notIn empty notEmpty'],
    ['nationalNumber', 'empty notEmpty'],
  ])('of kind %s are %s', (kind, operators) => {
    expect(operatorsOf(fieldOfKind(kind)).join(' ')).toBe(operators)
  })

  test('have incomplete where someone must fill the field in', () => {
    expect(operatorsOf(fieldOfKind('text', { requiredFor: { all: [] } })).at(-1)).toBe('incomplete')
  })
})

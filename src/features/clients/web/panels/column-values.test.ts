import { describe, expect, test } from 'vitest'
import type { DescribedField, Facet } from '#features/clients/clients-api.ts'
import { listedValues, valuesFound } from './column-values.ts'

const FORM: DescribedField = {
  id: 'identity.legalForm',
  group: 'identity',
  groupLabel: 'Signalétique',
  kind: 'choice',
  label: 'Forme juridique',
  operators: ['in', 'notIn', 'empty', 'notEmpty'],
  choices: [
    { value: '610', label: 'Société à responsabilité limitée', short: 'SRL' },
    { value: '017', label: 'Association sans but lucratif', short: 'ASBL' },
  ],
  editable: true,
  verbs: [],
  neverEmpty: false,
  required: true,
  sortable: true,
  computed: false,
  shownByDefault: true,
  width: 120,
}
const VALUES: Facet[] = [
  { value: '610', label: 'Société à responsabilité limitée', count: 512 },
  { value: null, label: '', count: 4 },
]
const SRL = { value: '610', label: 'SRL', detail: 'Société à responsabilité limitée', count: 512 }

describe('the values of a column', () => {
  test('are followed by what is ticked although no client has it now', () => {
    expect(listedValues(VALUES, new Set(['017', '610']), FORM, 'fr')).toEqual([
      SRL,
      { value: null, label: '', count: 4 },
      { value: '017', label: 'ASBL', detail: 'Association sans but lucratif', count: 0 },
    ])
  })

  test('bear the short label of the cells before the whole one', () => {
    expect(listedValues(VALUES, 'untouched', FORM, 'fr')).toEqual([SRL, { value: null, label: '', count: 4 }])
  })

  test('of a column without choices are shown as they came', () => {
    const towns = [{ value: 'Namur', label: 'Namur', count: 3 }]
    expect(listedValues(towns, 'untouched', { ...FORM, kind: 'text', choices: [] }, 'fr')).toEqual(towns)
  })
})

describe('searching among values', () => {
  const towns: Facet[] = ['Liège', 'Namur', 'Saint-Ghislain'].map(label => ({
    value: label,
    label,
    count: 1,
  }))

  test.each([
    ['liege', ['Liège']],
    ['  NAM ', ['Namur']],
    ['', ['Liège', 'Namur', 'Saint-Ghislain']],
    ['xyz', []],
  ])('for « %s » finds %j', (search, labels) => {
    expect(valuesFound(towns, search, '(vide)').map(facet => facet.label)).toEqual(labels)
  })

  test('finds a value by its short and by its whole label', () => {
    expect(valuesFound([SRL], 'srl', '(vide)')).toEqual([SRL])
    expect(valuesFound([SRL], 'limitee', '(vide)')).toEqual([SRL])
  })

  test('finds the missing value by its name', () => {
    expect(valuesFound(VALUES, 'vid', '(vide)')).toEqual([VALUES[1]])
  })
})

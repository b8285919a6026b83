import { describe, expect, test } from 'vitest'
import type { DescribedField, Facet } from '#features/clients/clients-api.ts'
import { valuesFound, withTickedValues } from './column-values.ts'

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
  required: true,
  sortable: true,
  computed: false,
  shownByDefault: true,
  width: 120,
}
const VALUES: Facet[] = [
  { value: '610', label: 'SRL', count: 512 },
  { value: null, label: '', count: 4 },
]

describe('the values of a column', () => {
  test('are followed by what is ticked although no client has it now', () => {
    expect(withTickedValues(VALUES, new Set(['017', '610']), FORM, 'fr')).toEqual([
      ...VALUES,
      { value: '017', label: 'ASBL', count: 0 },
    ])
  })

  test('are shown as they came as long as nothing is ticked', () => {
    expect(withTickedValues(VALUES, 'untouched', FORM, 'fr')).toBe(VALUES)
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

  test('finds the missing value by its name', () => {
    expect(valuesFound(VALUES, 'vid', '(vide)')).toEqual([VALUES[1]])
  })
})

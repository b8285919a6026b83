import { describe, expect, test } from 'vitest'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import { columnGroups, groupsFound, withMovedColumn, withToggledColumn } from './column-order.ts'

const column = (id: string, group: DescribedField['group'], label: string): [string, DescribedField] => [
  id,
  {
    id,
    group,
    groupLabel: group === 'identity' ? 'Signalétique' : 'Statut',
    kind: 'text',
    label,
    operators: ['contains'],
    editable: true,
    verbs: [],
    neverEmpty: false,
    required: false,
    sortable: true,
    computed: false,
    shownByDefault: true,
    width: 100,
  },
]
const FIELDS = new Map([
  column('identity.name', 'identity', 'Nom'),
  column('form', 'identity', 'Forme juridique'),
  column('email', 'identity', 'E-mail'),
  column('since', 'status', 'Client depuis'),
  column('active', 'status', 'Actif'),
])
const LAYOUT: ColumnLayout = {
  order: ['identity.name', 'form', 'email', 'since', 'active'],
  shown: ['identity.name', 'since'],
  foldedGroups: [],
  widths: {},
  sort: [],
}
const idsIn = (layout: ColumnLayout) =>
  columnGroups(FIELDS, layout).map(group => group.columns.map(one => one.id))

describe('the list of columns', () => {
  test('follows the layout within each group, and the catalogue from group to group', () => {
    const order = ['active', 'email', 'since', 'identity.name', 'form']
    expect(idsIn({ ...LAYOUT, order })).toEqual([
      ['email', 'identity.name', 'form'],
      ['active', 'since'],
    ])
  })

  test('ignores a column that is gone and puts a new one at the end of its group', () => {
    expect(idsIn({ ...LAYOUT, order: ['gone', 'email', 'identity.name', 'active'] })).toEqual([
      ['email', 'identity.name', 'form'],
      ['active', 'since'],
    ])
  })

  test('finds columns by their label or that of their group, accents aside', () => {
    const found = (search: string) =>
      groupsFound(columnGroups(FIELDS, LAYOUT), search).map(group => group.columns.map(one => one.id))
    expect(found('juri')).toEqual([['form']])
    expect(found('signaletique')).toEqual([['identity.name', 'form', 'email']])
    expect(found('xyz')).toEqual([])
  })
})

describe('moving a column', () => {
  test.each([
    [0, ['email', 'identity.name', 'form']],
    [1, ['identity.name', 'email', 'form']],
    [2, ['identity.name', 'form', 'email']],
  ])('to place %i of its group leaves every other group alone', (place, identity) => {
    expect(idsIn(withMovedColumn(FIELDS, LAYOUT, 'email', place))).toEqual([identity, ['since', 'active']])
  })
})

describe('a click on a column', () => {
  test('hides it, and a second one shows it again', () => {
    const hidden = withToggledColumn(LAYOUT, 'since')
    expect(hidden.shown).toEqual(['identity.name'])
    expect(withToggledColumn(hidden, 'since').shown).toEqual(['identity.name', 'since'])
  })

  test('never hides the name', () => {
    expect(withToggledColumn(LAYOUT, 'identity.name')).toBe(LAYOUT)
  })
})

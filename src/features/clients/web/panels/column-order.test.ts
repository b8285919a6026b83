import { describe, expect, test } from 'vitest'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import type { DescribedField } from '../../clients-api.ts'
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
    required: false,
    sortable: true,
    computed: false,
    shownByDefault: true,
    width: 100,
  },
]
const FIELDS = new Map([
  column('name', 'identity', 'Nom'),
  column('form', 'identity', 'Forme juridique'),
  column('email', 'identity', 'E-mail'),
  column('since', 'status', 'Client depuis'),
  column('active', 'status', 'Actif'),
])
const LAYOUT: ColumnLayout = {
  order: ['name', 'form', 'email', 'since', 'active'],
  shown: ['name', 'since'],
  foldedGroups: [],
  widths: {},
  sort: [],
}
const idsIn = (layout: ColumnLayout) => columnGroups(FIELDS, layout).map(group => group.columns.map(one => one.id))

describe('the list of columns', () => {
  test('follows the layout within each group, and the catalogue from group to group', () => {
    const order = ['active', 'email', 'since', 'name', 'form']
    expect(idsIn({ ...LAYOUT, order })).toEqual([
      ['email', 'name', 'form'],
      ['active', 'since'],
    ])
  })

  test('ignores a column that is gone and puts a new one at the end of its group', () => {
    expect(idsIn({ ...LAYOUT, order: ['gone', 'email', 'name', 'active'] })).toEqual([
      ['email', 'name', 'form'],
      ['active', 'since'],
    ])
  })

  test('finds columns by their label or that of their group, accents aside', () => {
    const found = (search: string) =>
      groupsFound(columnGroups(FIELDS, LAYOUT), search).map(group => group.columns.map(one => one.id))
    expect(found('juri')).toEqual([['form']])
    expect(found('signaletique')).toEqual([['name', 'form', 'email']])
    expect(found('xyz')).toEqual([])
  })
})

describe('moving a column', () => {
  test.each([
    [0, ['email', 'name', 'form']],
    [1, ['name', 'email', 'form']],
    [2, ['name', 'form', 'email']],
  ])('to place %i of its group leaves every other group alone', (place, identity) => {
    expect(idsIn(withMovedColumn(FIELDS, LAYOUT, 'email', place))).toEqual([identity, ['since', 'active']])
  })
})

describe('a click on a column', () => {
  test('hides it, and a second one shows it again', () => {
    const hidden = withToggledColumn(LAYOUT, 'since')
    expect(hidden.shown).toEqual(['name'])
    expect(withToggledColumn(hidden, 'since').shown).toEqual(['name', 'since'])
  })

  test('never hides the last one', () => {
    const last = { ...LAYOUT, shown: ['name'] }
    expect(withToggledColumn(last, 'name')).toBe(last)
  })
})

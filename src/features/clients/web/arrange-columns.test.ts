import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import type { DescribedField } from '../clients-api.ts'
import { arrangeColumns, completeLayout, fieldsInSight, withColumns } from './arrange-columns.ts'

const field = (id: string, group: DescribedField['group'], shownByDefault = true): DescribedField => ({
  id,
  group,
  groupLabel: group,
  kind: 'text',
  label: id,
  operators: [],
  editable: true,
  verbs: [],
  neverEmpty: false,
  required: false,
  sortable: true,
  computed: false,
  shownByDefault,
  width: 100,
})

const fields = new Map(
  [
    field('identity.name', 'identity'),
    field('identity.kind', 'identity', false),
    field('contact.city', 'identity'),
    field('status.vatStatus', 'status'),
    field('status.active', 'status'),
  ].map(one => [one.id, one]),
)
const kept: ColumnLayout = {
  order: ['status.vatStatus', 'gone.away', 'contact.city', 'identity.name'],
  shown: ['status.vatStatus', 'gone.away', 'contact.city', 'identity.name'],
  foldedGroups: ['status'],
  widths: { 'contact.city': 180 },
  sort: [{ field: 'gone.away' }, { field: 'contact.city', desc: true }],
}

const shownIds = (layout: ColumnLayout) =>
  arrangeColumns(layout, fields).map(group => [group.id, ...fieldsInSight(group).map(({ id }) => id)])

describe('the columns', () => {
  test('everybody starts with the default ones, sorted by name', () => {
    const layout = completeLayout(null, fields)
    expect(shownIds(layout)).toEqual([
      ['identity', 'identity.name', 'contact.city'],
      ['status', 'status.vatStatus', 'status.active'],
    ])
    expect(layout.sort).toEqual([{ field: 'identity.name' }])
  })

  test('what is gone leaves a kept arrangement, and what is new comes at the end of its group', () => {
    const layout = completeLayout(kept, fields)
    expect(layout.order).toEqual([
      'status.vatStatus',
      'status.active',
      'contact.city',
      'identity.name',
      'identity.kind',
    ])
    expect(layout.sort).toEqual([{ field: 'contact.city', desc: true }])
  })

  test('a folded group shows its first column alone, and the name comes before everything', () => {
    expect(shownIds(completeLayout(kept, fields))).toEqual([
      ['identity', 'identity.name', 'contact.city'],
      ['status', 'status.vatStatus'],
    ])
  })

  test('the columns of a saved filter are shown in its order, the name even if it forgot it', () => {
    const layout = withColumns(completeLayout(null, fields), ['status.active', 'gone.away', 'identity.kind'])
    expect(shownIds(layout)).toEqual([
      ['identity', 'identity.name', 'identity.kind'],
      ['status', 'status.active'],
    ])
  })

  test('any kept arrangement, however odd, gives every column that there is exactly once', () => {
    const ids = fc.array(fc.constantFrom(...fields.keys(), 'gone.away', 'x'))
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...fields.keys(), 'gone.away', 'x')),
        ids,
        (order, shown) => {
          const layout = completeLayout({ ...kept, order, shown }, fields)
          expect([...layout.order].sort()).toEqual([...fields.keys()].sort())
          expect(shownIds(layout)[0]?.slice(0, 2)).toEqual(['identity', 'identity.name'])
        },
      ),
    )
  })
})

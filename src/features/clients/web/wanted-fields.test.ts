import { expect, test } from 'vitest'
import type { DescribedField } from '../clients-api.ts'
import { wantedFields } from './wanted-fields.ts'

const vatNumber: DescribedField = {
  id: 'identity.vatNumber',
  group: 'identity',
  groupLabel: 'Signalétique',
  kind: 'vatNumber',
  label: 'N° TVA',
  operators: [],
  editable: true,
  verbs: [],
  neverEmpty: false,
  required: true,
  requiredFor: { field: 'status.vatStatus', op: 'in', value: ['monthly'] },
  sortable: true,
  computed: false,
  shownByDefault: true,
  width: 140,
}

const status: DescribedField = { ...vatNumber, id: 'status.vatStatus', kind: 'choice' }

test('a column brings the fields on which it depends whether it may be empty, and none is asked for twice', () => {
  const wanted = wantedFields([vatNumber], { all: [] }, new Map([[status.id, status]]))
  expect(wanted).toContain('status.vatStatus')
  expect(wanted).toContain('identity.name')
  expect(new Set(wanted).size).toBe(wanted.length)
})

test('a filter brings the fields by which a client still matches it, as far as they exist', () => {
  const filter = {
    all: [
      { field: 'status.vatStatus', op: 'empty' as const },
      { field: 'custom.gone', op: 'empty' as const },
    ],
  }
  const wanted = wantedFields([], filter, new Map([[status.id, status]]))
  expect(wanted).toContain('status.vatStatus')
  expect(wanted).not.toContain('custom.gone')
})

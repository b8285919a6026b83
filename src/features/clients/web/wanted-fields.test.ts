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

test('a column brings the fields on which it depends whether it may be empty, and none is asked for twice', () => {
  const wanted = wantedFields([vatNumber])
  expect(wanted).toContain('status.vatStatus')
  expect(wanted).toContain('identity.name')
  expect(new Set(wanted).size).toBe(wanted.length)
})

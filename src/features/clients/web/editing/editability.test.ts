import { describe, expect, test } from 'vitest'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import { type CellEditing, PORTFOLIO_FIELD, whyNotEditable } from './editability.ts'

const LANGUAGE: DescribedField = {
  id: 'identity.language',
  group: 'identity',
  groupLabel: '',
  kind: 'choice',
  label: 'Langue',
  operators: [],
  editable: true,
  verbs: ['set', 'clear'],
  neverEmpty: false,
  required: false,
  sortable: true,
  computed: false,
  shownByDefault: true,
  width: 90,
}
const KIND: DescribedField = {
  ...LANGUAGE,
  id: 'identity.kind',
  choices: [
    { value: 'legal', label: 'Personne morale' },
    { value: 'private', label: 'Particulier' },
  ],
}
const CARD: DescribedField = {
  ...LANGUAGE,
  id: 'legal.identityCard',
  kind: 'identityDocument',
  appliesTo: { field: KIND.id, op: 'in', value: ['private'] },
}

const NAMUR = 1
const LIEGE = 2

const editing = (role: CellEditing['role']): CellEditing => ({
  role,
  portfolios: new Map([
    [NAMUR, 'edit'],
    [LIEGE, 'read'],
  ]),
  fields: new Map([LANGUAGE, KIND, CARD].map(field => [field.id, field])),
  today: '2026-06-15',
})

const company = (values: ClientRow['values'] = {}): ClientRow => ({
  id: 1,
  values: { [PORTFOLIO_FIELD]: NAMUR, [KIND.id]: 'legal', ...values },
})

describe('a cell', () => {
  test('can be edited in a portfolio that the user may edit', () => {
    expect(whyNotEditable(LANGUAGE, company(), editing('collaborator'))).toBeUndefined()
  })

  test('cannot in one that she may only read, nor by who only reads', () => {
    const inLiege = company({ [PORTFOLIO_FIELD]: LIEGE })
    expect(whyNotEditable(LANGUAGE, inLiege, editing('collaborator'))).toBe('portfolio')
    expect(whyNotEditable(LANGUAGE, company(), editing('readOnly'))).toBe('readOnly')
  })

  test('of billing is for managers and administrators', () => {
    const mode: DescribedField = { ...LANGUAGE, id: 'billing.mode', group: 'billing' }
    expect(whyNotEditable(mode, company(), editing('collaborator'))).toBe('billing')
    expect(whyNotEditable(mode, company(), editing('manager'))).toBeUndefined()
  })

  test('cannot where it is worked out, or changes by an action only', () => {
    const active: DescribedField = { ...LANGUAGE, id: 'status.active', editable: false, computed: true }
    const portal: DescribedField = { ...LANGUAGE, id: 'portal.state', editable: false }
    expect(whyNotEditable(active, company(), editing('administrator'))).toBe('computed')
    expect(whyNotEditable(portal, company(), editing('administrator'))).toBe('portalState')
  })

  test('that does not apply to the client can be emptied, but not filled', () => {
    expect(whyNotEditable(CARD, company(), editing('administrator'))).toBe('notApplicable')
    expect(
      whyNotEditable(CARD, company({ [CARD.id]: '2026-01-01' }), editing('administrator')),
    ).toBeUndefined()
    expect(whyNotEditable(CARD, company({ [KIND.id]: 'private' }), editing('administrator'))).toBeUndefined()
  })
})

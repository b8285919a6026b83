import { describe, expect, test } from 'vitest'
import { clientFields } from '#features/clients/client-fields.ts'
import { operatorsOf } from '#kernel/fields/field-kinds.ts'
import { conditionsOf } from '#kernel/filters/filter.ts'
import { DEMO_LABELS, DEMO_PORTFOLIOS, DEMO_SAVED_FILTERS, DEMO_USERS } from './demo-firm.ts'

const emails = DEMO_USERS.map(user => user.email)
const levelOf = (email: string, portfolio: string) =>
  DEMO_PORTFOLIOS.find(one => one.name === portfolio)?.members[email]

describe('the demo firm', () => {
  test.each([
    ['admin@demo.test', 'administrator', ['manage', 'manage', 'manage', 'manage']],
    ['manager@demo.test', 'manager', ['edit', 'edit', 'edit', 'edit']],
    ['collab@demo.test', 'collaborator', ['read', 'edit', undefined, undefined]],
    ['lecture@demo.test', 'readOnly', [undefined, undefined, 'read', undefined]],
  ])('has %s sign in as %s and see what its role is to show', (email, role, levels) => {
    expect(DEMO_USERS.find(user => user.email === email)).toMatchObject({ role, signsIn: true })
    expect(['Bruxelles', 'Namur', 'Gent', 'ASBL'].map(name => levelOf(email, name))).toEqual(levels)
  })

  test('has users with addresses of their own, of which nobody can be reached', () => {
    expect(new Set(emails).size).toBe(emails.length)
    expect(emails.filter(email => !email.endsWith('@demo.test'))).toEqual([])
  })

  test('names only its own users as members of portfolios and owners of filters', () => {
    const named = [
      ...DEMO_PORTFOLIOS.flatMap(one => Object.keys(one.members)),
      ...DEMO_SAVED_FILTERS.map(one => one.owner),
    ]
    expect(named.filter(email => !emails.includes(email))).toEqual([])
  })

  test('has no label and no portfolio twice', () => {
    for (const things of [DEMO_LABELS, DEMO_PORTFOLIOS]) {
      expect(new Set(things.map(one => one.name)).size).toBe(things.length)
    }
  })

  test.each(DEMO_SAVED_FILTERS)(
    'filters by fields that exist, with operators that they know: $name',
    ({ filter }) => {
      const fields = clientFields({
        portfolios: [],
        users: [],
        labels: [],
        invoiceFormats: [],
        roles: [],
        customCategories: [],
        mailCategories: [],
      })
      for (const { field: id, op } of conditionsOf(filter)) {
        const field = fields.find(one => one.id === id)
        expect(field ? operatorsOf(field) : []).toContain(op)
      }
    },
  )
})

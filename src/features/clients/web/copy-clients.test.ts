import { expect, test } from 'vitest'
import { RowStore } from '#ui/grid/row-store.ts'
import type { ClientRow, DescribedField } from '../clients-api.ts'
import { clientsAsText } from './copy-clients.ts'

const field = (id: string, kind: DescribedField['kind']): DescribedField => ({
  id,
  group: 'identity',
  groupLabel: 'Signalétique',
  kind,
  label: id,
  operators: [],
  editable: true,
  verbs: [],
  neverEmpty: false,
  required: false,
  sortable: true,
  computed: false,
  shownByDefault: true,
  width: 100,
})
const fields = [
  field('identity.name', 'text'),
  field('identity.enterpriseNumber', 'enterpriseNumber'),
  field('status.clientSince', 'date'),
]
const row = (id: number): ClientRow => ({
  id,
  values: {
    'identity.name': `Client ${id}`,
    'identity.enterpriseNumber': '0403170701',
    'status.clientSince': null,
  },
})

test('clients are copied as they are shown, a line each, in the order of the list', async () => {
  const rows = new RowStore<ClientRow>(
    async ids => ids.map(row),
    () => true,
  )
  expect(await clientsAsText([2, 1], fields, rows, 'fr')).toBe(
    'Client 2\t0403.170.701\t\r\nClient 1\t0403.170.701\t',
  )
})

test('thousands of clients that were never seen are fetched a thousand at a time, and those that are gone left out', async () => {
  const asked: number[] = []
  const rows = new RowStore<ClientRow>(
    async ids => {
      asked.push(ids.length)
      return ids.filter(id => id !== 5).map(row)
    },
    () => true,
  )
  const ids = Array.from({ length: 2500 }, (_, index) => index + 1)
  const text = await clientsAsText(ids, fields, rows, 'fr')
  expect(asked).toEqual([1000, 1000, 500])
  expect(text.split('\r\n')).toHaveLength(2499)
})

import { describe, expect, test } from 'vitest'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import { clearing, filling } from './block-edits.ts'

const field = (id: string, more: Partial<DescribedField> = {}) =>
  ({ id, kind: 'text', neverEmpty: false, editable: true, ...more }) as DescribedField
const NAME = field('name', { neverEmpty: true })
const CITY = field('city')
const NUMBER = field('number', { kind: 'nationalNumber' })
const ACTIVE = field('active', { editable: false })

const range = { rows: [1, 2, 3], columns: [], rowsFrom: [1, 2, 3], columnsFrom: [] }
const isEditable = ({ editable }: DescribedField) => editable
const source: ClientRow = { id: 1, values: { name: 'Benali', city: null, number: '***' } }

describe('a block of cells', () => {
  test('is emptied, but for what is never empty or not edited here', () => {
    expect(clearing(range, [NAME, CITY, ACTIVE], isEditable)).toEqual({
      request: { selection: { ids: [1, 2, 3] }, edits: [{ field: 'city', verb: 'clear' }], origin: 'cell' },
      left: ['name', 'active'],
    })
  })

  test('is filled with the values of its first row, nothing included, but never with a masked number', () => {
    expect(filling(range, source, [NAME, CITY, NUMBER], isEditable)).toEqual({
      request: {
        selection: { ids: [2, 3] },
        edits: [
          { field: 'name', verb: 'set', value: 'Benali' },
          { field: 'city', verb: 'clear' },
        ],
        origin: 'fillDown',
      },
      left: ['number'],
    })
  })

  test('of which nothing can be changed asks for nothing', () => {
    expect(clearing(range, [NAME], isEditable)).toEqual({ left: ['name'] })
  })
})

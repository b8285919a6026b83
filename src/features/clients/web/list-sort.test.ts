import { describe, expect, test } from 'vitest'
import type { Sort } from '../clients-api.ts'
import { sortByColumn, sortByField } from './list-sort.ts'

const name = { field: 'identity.name' }
const nameDown = { ...name, desc: true }
const city = { field: 'contact.city' }
const cityDown = { ...city, desc: true }

describe('a click on a column', () => {
  test.each<[string, Sort, Sort]>([
    ['sorts by it alone', [name], [city]],
    ['that is sorted by turns it round', [city], [cityDown]],
    ['that is turned round turns it back', [cityDown], [city]],
    ['among several sorts by it alone', [name, city], [city]],
  ])('%s', (_name, before, after) => expect(sortByColumn(before, 'contact.city', false)).toEqual(after))

  test.each<[string, Sort, Sort]>([
    ['adds it after the others', [nameDown], [nameDown, city]],
    ['turns it round where it stands', [city, name], [cityDown, name]],
    ['takes it out the third time', [cityDown, name], [name]],
  ])('with Shift %s', (_name, before, after) =>
    expect(sortByColumn(before, 'contact.city', true)).toEqual(after),
  )
})

test('columns know their place only when there are several', () => {
  expect(sortByField([nameDown]).get('identity.name')).toEqual({ desc: true, position: undefined })
  expect(sortByField([name, cityDown]).get('contact.city')).toEqual({ desc: true, position: 2 })
})

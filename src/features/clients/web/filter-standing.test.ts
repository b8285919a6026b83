import { describe, expect, test } from 'vitest'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import type { Condition, Filter } from '#kernel/filters/filter.ts'
import { standingOf } from './filter-standing.ts'
import { ACTIVE_CLIENTS, EVERY_CLIENT, PREDEFINED_FILTERS } from './predefined-filters.ts'

const inNamur: Condition = { field: 'contact.city', op: 'eq', value: 'Namur' }
const high: Condition = { field: 'aml.riskLevel', op: 'in', value: ['high'] }

const saved = (id: number, filter: Filter): SavedFilter => ({
  id,
  name: `Filtre ${id}`,
  icon: 'filter',
  filter,
  shared: false,
  view: null,
  owner: { id: 1, name: 'Claire Dubois', active: true },
  mine: true,
})
const own = saved(7, { all: [inNamur, high] })

describe('the filter that is on', () => {
  test('can be saved when nobody has it', () => {
    expect(standingOf({ all: [inNamur] }, [own], undefined).canSave).toBe(true)
    expect(standingOf(ACTIVE_CLIENTS, [own], undefined).canSave).toBe(true)
  })

  test('cannot be saved when there is none', () => {
    expect(standingOf(EVERY_CLIENT, [own], undefined).canSave).toBe(false)
  })

  test('cannot be saved when a saved one says the same in another order, which then is the one chosen', () => {
    expect(standingOf({ all: [high, inNamur] }, [own], undefined)).toEqual({
      chosen: own,
      isChanged: false,
      canSave: false,
    })
  })

  test.each(PREDEFINED_FILTERS)('cannot be saved when it is the predefined $id', ({ filter }) => {
    expect(standingOf(filter, [], undefined)).toEqual({ chosen: undefined, isChanged: false, canSave: false })
  })

  test('is a change of the chosen one once a condition is lifted, and can be saved as another', () => {
    expect(standingOf({ all: [high] }, [own], 7)).toEqual({ chosen: own, isChanged: true, canSave: true })
  })

  test('stays on by itself when the chosen one is deleted', () => {
    expect(standingOf(own.filter, [], 7)).toEqual({ chosen: undefined, isChanged: false, canSave: true })
  })
})

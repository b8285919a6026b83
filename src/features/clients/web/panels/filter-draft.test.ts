import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Filter } from '#kernel/filters/filter.ts'
import {
  draftConditions,
  draftOf,
  filterOf,
  newDraftCondition,
  newDraftGroup,
  withChange,
} from './filter-draft.ts'

const SRL: Filter = { field: 'identity.legalForm', op: 'in', value: ['610'] }
const ACTIVE: Filter = { field: 'status.active', op: 'isTrue' }

const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter; group: Filter }>(tie => ({
  filter: fc.oneof({ maxDepth: 4 }, fc.constantFrom(SRL, ACTIVE), tie('group')),
  group: fc.oneof(
    fc.record({ all: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ none: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
  ),
})).group

describe('a filter in the panel', () => {
  test('is applied unchanged when nothing is touched', () => {
    fc.assert(
      fc.property(anyFilter, filter => {
        expect(filterOf(draftOf(filter))).toEqual(filter)
      }),
    )
  })

  test('has an outermost group, even around one condition', () => {
    expect(filterOf(draftOf(ACTIVE))).toEqual({ all: [ACTIVE] })
  })

  test('keeps every client once all its conditions are gone, whatever the quantifier', () => {
    expect(filterOf(newDraftGroup('any', [newDraftGroup('none', [])]))).toEqual({ all: [] })
  })

  test('leaves out groups that are still empty, which would otherwise keep nobody', () => {
    expect(filterOf(newDraftGroup('all', [newDraftCondition(ACTIVE), newDraftGroup('any', [])]))).toEqual({
      all: [ACTIVE],
    })
  })

  test('can be told without the conditions that are not finished', () => {
    const draft = draftOf({ all: [ACTIVE, { any: [SRL] }] })
    expect(filterOf(draft, ({ condition }) => condition === ACTIVE)).toEqual({ all: [ACTIVE] })
  })

  test('is changed in one place, however deep, with every other part left as it is', () => {
    const draft = draftOf({ all: [ACTIVE, { any: [SRL, { none: [SRL] }] }] })
    const [, , deepest] = draftConditions(draft)
    const changed = withChange(draft, deepest?.key ?? 0, part => ({ ...part, condition: ACTIVE }))
    expect(filterOf(changed)).toEqual({ all: [ACTIVE, { any: [SRL, { none: [ACTIVE] }] }] })
    expect(changed.parts[0]).toBe(draft.parts[0])
  })

  test('loses the part that is taken out', () => {
    const draft = draftOf({ all: [ACTIVE, { any: [SRL] }] })
    const group = draft.parts[1]
    expect(filterOf(withChange(draft, group?.key ?? 0, () => undefined))).toEqual({ all: [ACTIVE] })
  })
})

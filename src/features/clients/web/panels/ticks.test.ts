import { describe, expect, test } from 'vitest'
import type { Condition } from '#kernel/filters/filter.ts'
import { conditionOfTicks, keptValues, type Ticks, ticksOf, withAllFound, withTick } from './ticks.ts'

const FORM = { id: 'identity.legalForm', kind: 'choice' } as const
const LABELS = { id: 'identity.labels', kind: 'labels' } as const
const ACTIVE = { id: 'status.active', kind: 'yesNo' } as const
const ALL = ['610', '014', '017', null]

describe('the ticks of a column', () => {
  test.each<[string, Condition]>([
    ['several values', { field: FORM.id, op: 'in', value: ['610', '014'] }],
    ['values and (vide)', { field: FORM.id, op: 'in', value: ['610', null] }],
    ['(vide) alone', { field: FORM.id, op: 'empty' }],
  ])('say what a condition on %s says, and the other way round', (_name, condition) => {
    expect(conditionOfTicks([...(ticksOf([condition]) as Set<string>)], ALL, FORM)).toEqual(condition)
  })

  test('of a yes/no become the condition that the list opens with', () => {
    expect(conditionOfTicks([true], [true, false], ACTIVE)).toEqual({ field: ACTIVE.id, op: 'isTrue' })
    expect(ticksOf([{ field: ACTIVE.id, op: 'isTrue' }])).toEqual(new Set([true]))
    expect(conditionOfTicks([false, null], [true, false, null], ACTIVE)).toEqual({
      field: ACTIVE.id,
      op: 'in',
      value: [false, null],
    })
  })

  test('of labels ask for any of them', () => {
    expect(conditionOfTicks([3, null], [3, 4, null], LABELS)).toEqual({
      field: LABELS.id,
      op: 'hasAny',
      value: [3, null],
    })
  })

  test('of thousands of values name the few that are left out', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `Client ${index}`)
    const NAME = { id: 'identity.name', kind: 'text' } as const
    expect(conditionOfTicks(names.slice(2), names, NAME)).toEqual({
      field: NAME.id,
      op: 'notIn',
      value: ['Client 0', 'Client 1'],
    })
    expect(conditionOfTicks(names.slice(0, 3), names, NAME)).toMatchObject({ op: 'in' })
  })

  test('cannot say what is not a choice of values', () => {
    expect(ticksOf([{ field: FORM.id, op: 'notEmpty' }])).toBeUndefined()
    expect(
      ticksOf([
        { field: FORM.id, op: 'in', value: ['610'] },
        { field: FORM.id, op: 'notEmpty' },
      ]),
    ).toBeUndefined()
  })
})

describe('ticking', () => {
  test('keeps everything, so no condition, as long as nothing is touched and nothing searched', () => {
    expect(keptValues('untouched', ALL, ALL)).toBe('all')
  })

  test('keeps what a search finds, when nothing else was chosen', () => {
    expect(keptValues('untouched', ALL, ['610', '014'])).toEqual(['610', '014'])
  })

  test('unticks one value of those that were found', () => {
    const ticks = withTick('untouched', '014', ['610', '014'])
    expect(keptValues(ticks, ALL, ['610', '014'])).toEqual(['610'])
  })

  test('adds what a second search finds to what was chosen before', () => {
    const first: Ticks = new Set(['610'])
    const second = withAllFound(first, ['014'], true)
    expect(keptValues(second, ALL, ['014'])).toEqual(['610', '014'])
  })

  test('unticks only the found ones', () => {
    expect(withAllFound(new Set(['610', '014']), ['014', '017'], false)).toEqual(new Set(['610']))
  })

  test('needs no condition once every value is ticked again', () => {
    expect(keptValues(withAllFound(new Set(['610']), ALL, true), ALL, ALL)).toBe('all')
  })

  test('keeps the order of the list, whatever the order of the clicks', () => {
    const ticks = withTick(withTick(new Set(), '017', ALL), '610', ALL)
    expect(keptValues(ticks, ALL, ALL)).toEqual(['610', '017'])
  })
})

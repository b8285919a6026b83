import { describe, expect, test } from 'vitest'
import { firstCondition, isPicked, withOperator, withValue } from './edit-condition.ts'

const AMOUNT = 'billing.flatAmount'

describe('a condition that is written', () => {
  test('starts with the first operator of its field and no value', () => {
    expect(firstCondition({ id: AMOUNT, operators: ['eq', 'ne'] })).toEqual({ field: AMOUNT, op: 'eq' })
  })

  test('keeps its value under an operator that takes one of the same shape', () => {
    expect(withOperator({ field: AMOUNT, op: 'lt', value: '10' }, 'gte')).toEqual({
      field: AMOUNT,
      op: 'gte',
      value: '10',
    })
  })

  test.each(['between', 'empty', 'in'] as const)('loses a value that « %s » cannot take', op => {
    expect(withOperator({ field: AMOUNT, op: 'lt', value: '10' }, op)).toEqual({ field: AMOUNT, op })
  })

  test('has no value at all while nothing is filled in', () => {
    expect(Object.keys(withValue({ field: AMOUNT, op: 'lt', value: '10' }, undefined))).toEqual([
      'field',
      'op',
    ])
  })
})

test.each([
  ['choice', true],
  ['labels', true],
  ['yesNo', true],
  ['client', false],
  ['date', false],
] as const)('values of a %s are picked from a list: %s', (kind, picked) => {
  const choices = kind === 'choice' || kind === 'labels' ? { choices: [] } : {}
  expect(isPicked({ kind, ...choices })).toBe(picked)
})

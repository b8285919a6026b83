import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { filterSchema } from '#kernel/filters/filter.ts'
import { inputProblems } from './input-problems.ts'

const schema = z.strictObject({
  ids: z.array(z.int()).max(3).optional(),
  name: z.string().trim().min(2).max(5).optional(),
  count: z.number().min(1).max(9).optional(),
  shared: z.boolean().optional(),
  icon: z.enum(['car', 'home']).optional(),
  value: z.union([z.string(), z.number()]).optional(),
  filter: filterSchema.optional(),
  newPassword: z.string().min(10).optional(),
  nested: z.object({ needed: z.string() }).optional(),
})

const problemsOf = (input: unknown) =>
  inputProblems(schema.safeParse(input).error ?? new z.ZodError([]), input)

describe('What is wrong with an input', () => {
  test.each<[unknown, string, string, Record<string, unknown>]>([
    [{ ids: [1, 'two'] }, 'ids[1]', 'notNumber', { value: 'two' }],
    [{ ids: [1.5] }, 'ids[0]', 'notWholeNumber', { value: '1.5' }],
    [{ ids: 3 }, 'ids', 'notList', { value: '3' }],
    [{ ids: [1, 2, 3, 4] }, 'ids', 'tooManyValues', { count: 3, value: '[…]' }],
    [{ name: ' a ' }, 'name', 'textTooShort', { count: 2, value: ' a ' }],
    [{ name: 'abcdef' }, 'name', 'textTooLong', { count: 5, value: 'abcdef' }],
    [{ name: null }, 'name', 'notText', { value: 'null' }],
    [{ count: 0 }, 'count', 'numberTooSmall', { count: 1, value: '0' }],
    [{ count: 10 }, 'count', 'numberTooBig', { count: 9, value: '10' }],
    [{ shared: 'oui' }, 'shared', 'notYesOrNo', { value: 'oui' }],
    [{ icon: 'boat' }, 'icon', 'notAmong', { accepted: 'car, home', value: 'boat' }],
    [{ value: true }, 'value', 'notAccepted', { value: 'true' }],
    [{ nested: {} }, 'nested.needed', 'missing', {}],
    [{ unknown: 1 }, 'unknown', 'unknownName', { value: '1' }],
    [[], '', 'notObject', { value: '[…]' }],
    [{ filter: 5 }, 'filter', 'notObject', { value: '5' }],
    [{ filter: {} }, 'filter', 'notAccepted', { value: '{…}' }],
    [{ filter: { all: [], any: [] } }, 'filter', 'notAccepted', {}],
    [{ filter: { all: {} } }, 'filter.all', 'notList', { value: '{…}' }],
    [
      { filter: { none: [{ any: [{ field: 1, op: 'eq' }] }] } },
      'filter.none[0].any[0].field',
      'notText',
      { value: '1' },
    ],
    [{ filter: { field: 'a' } }, 'filter.op', 'missing', {}],
    [{ filter: { field: 'a', op: 'eq', values: 1 } }, 'filter.values', 'unknownName', {}],
  ])('%j', (input, path, problem, params) => {
    expect(problemsOf(input)).toEqual([{ path, problem, params: expect.objectContaining(params) }])
  })

  test('never quotes a password', () => {
    expect(problemsOf({ newPassword: 'hunter2' })).toEqual([
      { path: 'newPassword', problem: 'textTooShort', params: { count: 10, value: '•••' } },
    ])
  })

  test('quotes no more than the start of a long value', () => {
    expect(problemsOf({ icon: 'x'.repeat(10_000) })[0]?.params?.value).toHaveLength(60)
  })

  test('is told for the first twenty fields', () => {
    const input = Array(1000).fill('x')
    const { error } = z.array(z.int()).safeParse(input)
    expect(inputProblems(error ?? new z.ZodError([]), input)).toHaveLength(20)
  })
})

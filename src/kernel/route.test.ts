import { expect, test } from 'vitest'
import { z } from 'zod'
import { route } from './route.ts'

test('an operation that declares neither body nor parameters takes none', () => {
  const { body, params } = route({ method: 'get', path: '/api/me', summary: 'Me', answer: z.object({}) })
  expect(body.safeParse({}).success).toBe(true)
  expect(body.safeParse({ extra: 1 }).success).toBe(false)
  expect(params.safeParse({ id: '1' }).success).toBe(false)
})

test('an operation keeps what it declares', () => {
  const declared = {
    method: 'patch' as const,
    path: '/api/things/{id}',
    summary: 'Changes a thing',
    params: z.object({ id: z.coerce.number() }),
    body: z.strictObject({ name: z.string() }),
    answer: z.object({ id: z.number() }),
  }
  expect(route(declared)).toEqual(declared)
})

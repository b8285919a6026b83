import { z } from 'zod'
import { fieldGroupSchema, sortSchema } from '#features/clients/clients-api.ts'
import { route } from '#kernel/route.ts'

/**
 * How a user has arranged the list (F30–F37). Every list may name fields that are gone or lack newer ones: unknown
 * ones are ignored, new ones take their place at the end of their group.
 */
export const columnLayoutSchema = z.strictObject({
  /** All columns that were known, in order. */
  order: z.array(z.string().max(200)).max(5000),
  shown: z.array(z.string().max(200)).max(5000),
  foldedGroups: z.array(fieldGroupSchema).max(500),
  /** Widths in pixels of the columns that were resized. */
  widths: z.record(z.string().max(200), z.number().min(20).max(2000)),
  sort: sortSchema,
})
export type ColumnLayout = z.infer<typeof columnLayoutSchema>

export const getColumnLayout = route({
  method: 'get',
  path: '/api/column-layout',
  summary: 'The user’s arrangement of the columns, or null for the default one',
  answer: z.object({ layout: columnLayoutSchema.nullable() }),
})

export const saveColumnLayout = route({
  method: 'put',
  path: '/api/column-layout',
  summary: 'Keeps an arrangement of the columns for this user',
  body: columnLayoutSchema,
  answer: z.object({}),
})

export const resetColumnLayout = route({
  method: 'delete',
  path: '/api/column-layout',
  summary: 'Goes back to the default arrangement',
  answer: z.object({}),
})

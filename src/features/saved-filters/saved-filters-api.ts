import { z } from 'zod'
import { sortSchema } from '#features/clients/clients-api.ts'
import { filterSchema } from '#kernel/filters/filter.ts'
import { idParams as params, route } from '#kernel/route.ts'
import { PICTOGRAMS } from './pictograms.ts'

/** Columns in order and the sort, when a filter remembers them too (F15). */
const viewSchema = z.object({ columns: z.array(z.string().max(200)).max(500), sort: sortSchema })

const writableSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  icon: z.enum(PICTOGRAMS),
  filter: filterSchema,
  shared: z.boolean(),
  view: viewSchema.nullable(),
})

const savedFilterSchema = writableSchema.extend({
  id: z.int(),
  owner: z.object({ id: z.int(), name: z.string(), active: z.boolean() }),
  mine: z.boolean(),
})
export type SavedFilter = z.infer<typeof savedFilterSchema>
export type WritableSavedFilter = z.infer<typeof writableSchema>

export const listSavedFilters = route({
  method: 'get',
  path: '/api/saved-filters',
  summary: 'The user’s own filters and the ones that colleagues share',
  answer: z.object({ savedFilters: z.array(savedFilterSchema) }),
})

export const createSavedFilter = route({
  method: 'post',
  path: '/api/saved-filters',
  summary: 'Saves a filter; its name is unique among the user’s own',
  body: writableSchema,
  answer: savedFilterSchema,
})

export const changeSavedFilter = route({
  method: 'patch',
  path: '/api/saved-filters/{id}',
  summary: 'Changes a filter; only its creator may',
  params,
  body: writableSchema.partial(),
  answer: savedFilterSchema,
})
export type SavedFilterChanges = z.infer<typeof changeSavedFilter.body>

export const deleteSavedFilter = route({
  method: 'delete',
  path: '/api/saved-filters/{id}',
  summary: 'Deletes a filter; only its creator may',
  params,
  answer: z.object({}),
})

export const takeOverSavedFilter = route({
  method: 'post',
  path: '/api/saved-filters/{id}/take-over',
  summary: 'Makes an administrator the owner of a filter whose creator has left',
  params,
  answer: savedFilterSchema,
})

import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import {
  changeSavedFilter,
  createSavedFilter,
  deleteSavedFilter,
  listSavedFilters,
  takeOverSavedFilter,
} from '../saved-filters-api.ts'
import { findVisibleFilters } from './saved-filter-queries.ts'
import { changeFilter, deleteFilter, saveFilter, takeOverFilter } from './write-saved-filters.ts'

export const savedFilterHandlers: Handler<Actor>[] = [
  handler(listSavedFilters, async (actor: Actor) => ({ savedFilters: await findVisibleFilters(actor.db) })),

  handler(createSavedFilter, (actor: Actor, { body }) => saveFilter(actor, body)),

  handler(changeSavedFilter, (actor: Actor, { body, params }) => changeFilter(actor, params.id, body)),

  handler(deleteSavedFilter, async (actor: Actor, { params }) => {
    await deleteFilter(actor, params.id)
    return {}
  }),

  handler(takeOverSavedFilter, (actor: Actor, { params }) => takeOverFilter(actor, params.id)),
]

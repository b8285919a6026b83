import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import { getColumnLayout, resetColumnLayout, saveColumnLayout } from '../column-layout-api.ts'
import { findColumnLayout, putColumnLayout, removeColumnLayout } from './column-layout-queries.ts'

export const columnLayoutHandlers: Handler<Actor>[] = [
  handler(getColumnLayout, async (actor: Actor) => ({ layout: (await findColumnLayout(actor.db)) ?? null })),

  handler(saveColumnLayout, async (actor: Actor, { body }) => {
    await putColumnLayout(actor.db, body)
    return {}
  }),

  handler(resetColumnLayout, async (actor: Actor) => {
    await removeColumnLayout(actor.db)
    return {}
  }),
]

import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import { listLinks } from '../loupe-api.ts'
import { listInstitutions } from './list-institutions.ts'

export const loupeHandlers: Handler<Actor>[] = [
  handler(listLinks, async (actor: Actor) => ({
    links: await listInstitutions(actor.db, actor.preferences.language),
  })),
]

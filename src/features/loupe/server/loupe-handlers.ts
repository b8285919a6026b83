import { mayChangeSettings as may } from '#features/firm/settings-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import * as api from '../link-settings-api.ts'
import { listLinks } from '../loupe-api.ts'
import { listInstitutions } from './list-institutions.ts'
import { changeLink, createLink, listAllLinks, orderLinks } from './write-links.ts'

export const loupeHandlers: Handler<Actor>[] = [
  handler(listLinks, async (actor: Actor) => ({
    links: await listInstitutions(actor.db, actor.preferences.language),
  })),

  handler(api.listLinkSettings, async (actor: Actor) => ({ links: await listAllLinks(actor.db) }), { may }),

  handler(api.createLink, async (actor: Actor, { body }) => ({ id: await createLink(actor, body) }), { may }),

  handler(
    api.changeLink,
    async (actor: Actor, { body, params }) => {
      await changeLink(actor, params.id, body)
      return {}
    },
    { may },
  ),

  handler(
    api.orderLinks,
    async (actor: Actor, { body }) => {
      await orderLinks(actor, body.ids)
      return {}
    },
    { may },
  ),
]

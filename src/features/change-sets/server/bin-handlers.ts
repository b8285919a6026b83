import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import * as api from '../bin-api.ts'
import { mayEraseClients } from '../change-rights.ts'
import { findBinned } from './bin-queries.ts'
import { eraseClients } from './erase-clients.ts'

/** The operations of the *Corbeille*; restoring is a change set like any other. */
export const binHandlers: Handler<Actor>[] = [
  handler(api.listBin, async (actor: Actor, { params }) => {
    const found = await findBinned(actor.db, [...actor.portfolios.keys()], params)
    return {
      clients: found.slice(0, api.BINNED_PER_PAGE),
      page: params.page,
      more: found.length > api.BINNED_PER_PAGE,
    }
  }),
  handler(api.eraseClients, (actor: Actor, { body }) => eraseClients(actor, body.ids), {
    may: mayEraseClients,
  }),
]

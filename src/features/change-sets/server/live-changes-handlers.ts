import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import { listChanges, streamVersions } from '../live-changes-api.ts'
import type { LiveChanges } from './live-changes.ts'
import { findChanged, readVersion } from './live-changes-queries.ts'
import { streamEvents } from './stream-events.ts'

/** What keeps an open list up to date. */
export const liveChangesHandlers = (live: LiveChanges): Handler<Actor>[] => [
  handler(listChanges, async (actor: Actor, { params: { since } }) =>
    since === undefined
      ? { version: await readVersion(actor.db), clients: [] }
      : findChanged(actor.db, since, [...actor.portfolios.keys()]),
  ),
  handler(streamVersions, async (actor: Actor) =>
    streamEvents(send => {
      const sendNow = () => void readVersion(actor.db).then(send, () => {})
      // Subscribed before it asks: a version that comes in between is sent, perhaps twice.
      const unsubscribe = live.subscribe(actor.db.firmId, version =>
        version === undefined ? sendNow() : send(version),
      )
      sendNow()
      return unsubscribe
    }),
  ),
]

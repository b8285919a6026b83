import { z } from 'zod'
import { idSchema as id, route } from '#kernel/route.ts'

/** More changed clients than this are not told one by one. */
export const MOST_TOLD = 1_000

const version = z.int().min(0)

export const streamVersions = route({
  method: 'get',
  path: '/api/changes/stream',
  summary: 'Server-sent events: the version of the firm’s clients now, and each new one',
  answer: z.unknown(),
})

export const listChanges = route({
  method: 'get',
  path: '/api/changes',
  summary: 'Which clients have changed after a version, as far as this user may read them',
  /** Without a version to start from, only the version now is answered. */
  params: z.object({ since: z.coerce.number().pipe(version).optional() }),
  answer: z.object({
    version,
    /** Those that changed, left the user’s portfolios or came into them; null when they are more than 1 000. */
    clients: z.array(id).nullable(),
  }),
})

import { createHash } from 'node:crypto'
import { firms } from '#features/firm/server/firm-tables.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Auth, Session } from '#platform/auth/auth.ts'
import { type AttemptLimit, limitAttempts } from '#platform/auth/limit-attempts.ts'
import { endOwnSession, listOpenSessions } from '#platform/auth/session-queries.ts'
import type { Database } from '#platform/db/database.ts'
import { type Asking, type Handler, handler, openHandler } from '#platform/http/handler.ts'
import {
  changePassword,
  changePreferences,
  endSession,
  getMe,
  listSessions,
  signIn,
  signOut,
} from '../sign-in-api.ts'
import { type Actor, DEFAULT_PREFERENCES } from './actor.ts'
import { mergePreferences } from './member-queries.ts'

/** Signing in and out, and what users see and change of themselves. */
export const signInHandlers = (database: Database, auth: Auth): Handler<Actor>[] => [
  ...passwordHandlers(database, auth),
  ...sessionHandlers(database, auth),

  handler(getMe, async (actor: Actor) => {
    const [firm] = await actor.db.select(firms)
    if (!firm) throw new AppError('notFound')
    const { userId: id, name, email, role, preferences } = actor
    return {
      user: { id, name, email, role },
      firm: { name: firm.name, fictional: firm.fictional },
      preferences,
    }
  }),

  handler(changePreferences, async (actor: Actor, { body }) => ({
    ...DEFAULT_PREFERENCES,
    ...(await mergePreferences(actor.db, body)),
  })),
]

function passwordHandlers(database: Database, auth: Auth): Handler<Actor>[] {
  const limited = limitAttempts(database.pool)
  return [
    openHandler(signIn, async ({ body, asking }) => {
      const limits = attemptLimits(body.email, asking)
      return nothingBut(await limited(limits, () => auth.signIn(body, asking.headers)))
    }),

    handler(signOut, async (_actor: Actor, { asking }) => nothingBut(await auth.signOut(asking.headers))),

    handler(changePassword, async (actor: Actor, { body, asking }) => {
      const change = { ...body, revokeOtherSessions: body.revokeOtherSessions ?? false }
      const limits = attemptLimits(actor.email, asking)
      return nothingBut(await limited(limits, () => auth.changePassword(change, asking.headers)))
    }),
  ]
}

function sessionHandlers(database: Database, auth: Auth): Handler<Actor>[] {
  return [
    handler(listSessions, async (_actor: Actor, { asking }) => {
      const current = await currentSession(auth, asking)
      const sessions = await listOpenSessions(database, current.userId)
      return {
        sessions: sessions.map(({ id, createdAt, lastSeenAt, userAgent }) => ({
          id,
          current: id === current.id,
          createdAt: createdAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          userAgent,
        })),
      }
    }),

    handler(endSession, async (_actor: Actor, { params, asking }) => {
      const { userId } = await currentSession(auth, asking)
      if (!(await endOwnSession(database, userId, params.id))) throw new AppError('notFound')
      return {}
    }),
  ]
}

/** Ten wrong passwords for an account and fifty from an address; an account counts whether it exists or not. */
function attemptLimits(email: string, { remoteAddress }: Asking): AttemptLimit[] {
  // Hashed, since what is typed here is now and then a password.
  const account = createHash('sha256').update(email.trim().toLowerCase()).digest('hex')
  return [
    { key: `account ${account}`, most: 10 },
    { key: `address ${remoteAddress}`, most: 50 },
  ]
}

async function currentSession(auth: Auth, { headers }: Asking): Promise<Session> {
  const session = await auth.findSession(headers)
  if (!session) throw new AppError('notSignedIn')
  return session
}

/** An empty answer that sets cookies. */
function nothingBut(cookies: readonly string[]): Response {
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return Response.json({}, { headers })
}

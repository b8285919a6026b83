import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { isAPIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { drizzle } from 'drizzle-orm/node-postgres'
import { AppError } from '#kernel/app-error.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#kernel/password.ts'
import type { Database } from '../db/database.ts'
import * as tables from './auth-tables.ts'
import type { Member } from './member.ts'
import { findMemberOfUser, noteSignIn } from './session-queries.ts'

const DAY_SECONDS = 86_400

/** A session that is in force. */
export interface Session extends Member {
  id: string
  /** The one who signs in, `auth.user`. */
  userId: string
  email: string
  /** Cookies to send back when the session was prolonged. */
  cookies: string[]
}

/** Signing in with e-mail and password; what it answers with are cookies to set. */
export interface Auth {
  /** Throws wrongCredentials, the same whether the address, the password or the member is not accepted. */
  signIn(credentials: { email: string; password: string }, headers: Headers): Promise<string[]>
  signOut(headers: Headers): Promise<string[]>
  /** Throws badInput for a wrong current password. */
  changePassword(change: PasswordChange, headers: Headers): Promise<string[]>
  findSession(headers: Headers): Promise<Session | undefined>
}

interface PasswordChange {
  currentPassword: string
  newPassword: string
  revokeOtherSessions: boolean
}

interface AuthOptions {
  publicUrl: string
  secret: string
  /** Whether the member may work in the firm; a session is opened for no one else. */
  isActive(member: Member): Promise<boolean>
}

/** Sign-in over better-auth, of which only these four calls can be reached: none of its routes is mounted. */
export function openAuth(database: Database, options: AuthOptions): Auth {
  const { api } = createBetterAuth(database, options)
  return {
    async signIn(credentials, headers) {
      const signedIn = api.signInEmail({ body: credentials, headers, returnHeaders: true })
      return cookiesOf(await refusedAs(signedIn, () => new AppError('wrongCredentials')))
    },
    async signOut(headers) {
      return cookiesOf(await api.signOut({ headers, returnHeaders: true }))
    },
    async changePassword(change, headers) {
      const changed = api.changePassword({ body: change, headers, returnHeaders: true })
      return cookiesOf(await refusedAs(changed, wrongCurrentPassword))
    },
    async findSession(headers) {
      const found = await api.getSession({ headers, returnHeaders: true })
      if (!found.response) return undefined
      const { session, user } = found.response
      const { firmId, memberId, email } = user
      return { id: session.id, userId: user.id, email, firmId, memberId, cookies: cookiesOf(found) }
    },
  }
}

function createBetterAuth(database: Database, { publicUrl, secret, isActive }: AuthOptions) {
  return betterAuth({
    appName: 'Fiduscope',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    telemetry: { enabled: false },
    // Its errors come up to us; what it would write besides are the mistakes of users.
    logger: { disabled: true },
    // Without transactions: the embedded database has one session, so a second call beside one would wait for ever.
    database: drizzleAdapter(drizzle(database.pool), { provider: 'pg', schema: tables, transaction: false }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    // Read from the database each time, so that one which was ended is over at once. Prolonged at most every hour,
    // which is also how exactly it is known when a session was last used.
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: 3_600, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        firmId: { type: 'number', required: true, input: false },
        memberId: { type: 'number', required: true, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const member = await findMemberOfUser(database, userId)
            return member !== undefined && (await isActive(member))
          },
          after: async ({ userId }) => noteSignIn(database, userId),
        },
      },
    },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'fiduscope', ipAddress: { disableIpTracking: true } },
  })
}

const cookiesOf = ({ headers }: { headers: Headers }): string[] => headers.getSetCookie()

const wrongCurrentPassword = () =>
  new AppError('badInput', { fields: [{ path: 'currentPassword', problem: 'wrongPassword' }] })

/** Every refusal of better-auth becomes one failure of ours; what is not a refusal goes up. */
async function refusedAs<T>(answering: Promise<T>, failure: () => AppError): Promise<T> {
  try {
    return await answering
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw failure()
    throw error
  }
}

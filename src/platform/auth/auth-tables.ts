import { boolean, index, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'

/**
 * Sign-in is global by e-mail, before any firm is known, so these tables belong to no firm; the role that firms work
 * under has no right to the schema. Their columns are those of better-auth.
 */
export const authSchema = pgSchema('auth')

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Who can sign in, and which member of which firm that is. */
export const user = authSchema.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
  firmId: integer('firm_id').notNull(),
  memberId: integer('member_id').notNull(),
  lastSignInAt: moment('last_sign_in_at'),
})

export const session = authSchema.table(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent'),
    ipAddress: text('ip_address'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [index('session_of_user').on(table.userId)],
)

/** The ways in which a user proves who he is; a password is the one that is in use. */
export const account = authSchema.table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  table => [index('account_of_user').on(table.userId)],
)

export const verification = authSchema.table('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  updatedAt: moment('updated_at').notNull().defaultNow(),
})

/** How often signing in to an account, or from an address, has failed since the window was opened. */
export const signInFailures = authSchema.table('sign_in_failures', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  until: moment('until').notNull(),
})

/** Links by which members of firms who cannot sign in yet choose a password, known by the hash of what the link holds. */
export const invitation = authSchema.table(
  'invitation',
  {
    tokenHash: text('token_hash').primaryKey(),
    firmId: integer('firm_id').notNull(),
    memberId: integer('member_id').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    /** Withdrawn, or replaced by a new one. */
    endedAt: moment('ended_at'),
  },
  table => [index('invitation_of_member').on(table.firmId, table.memberId)],
)

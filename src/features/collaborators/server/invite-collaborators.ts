import { and, eq, isNull } from 'drizzle-orm'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { firms, portfolioMembers, portfolios, users } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import { isEmail } from '#kernel/email.ts'
import type { Language } from '#kernel/language.ts'
import { oneLine } from '#kernel/text.ts'
import { findTakenEmails } from '#platform/auth/create-credentials.ts'
import { endInvitations, openInvitation } from '#platform/auth/invitation-queries.ts'
import type { Database } from '#platform/db/database.ts'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { Invitation, NewCollaborator } from '../collaborators-api.ts'
import { roleName } from '../role-names.ts'
import { STATE_NAMES } from '../state-names.ts'

type User = typeof users.$inferSelect

/**
 * Makes somebody a user who cannot work yet, and answers the token of the link to choose a password by. Throws badInput
 * for what is no e-mail address, nameTaken for one that somebody signs in with or was invited by already.
 */
export async function inviteCollaborator(
  actor: Actor,
  { name, email: typed, role, portfolios: granted }: NewCollaborator,
  database: Database,
): Promise<Invitation> {
  const email = oneLine(typed).toLowerCase()
  if (!isEmail(email)) throw emailProblem('badInput', 'notEmail', email)
  if ((await findTakenEmails(database, [email])).length > 0)
    throw emailProblem('nameTaken', 'emailTaken', email)
  const id = await actor.db.transaction(async tx => {
    await lockLists(tx)
    if ((await tx.select(users, eq(users.email, email))).length > 0) {
      throw emailProblem('nameTaken', 'emailTaken', email)
    }
    const [firm] = await tx.select(firms)
    const language = firm?.languages[0] ?? 'fr'
    const [user] = await tx.insert(users, [
      { name: oneLine(name) || email, email, role, active: false, joinedAt: null, preferences: { language } },
    ])
    if (!user) throw new Error('The new user has no id.')
    await grant(tx, user.id, granted)
    await recordSettings(tx, invitationLines(user, actor.preferences.language))
    return user.id
  })
  return invite(database, actor, id)
}

/** Makes a new link for somebody who is invited. Throws notFound. */
export async function renewInvitation(actor: Actor, id: number, database: Database): Promise<Invitation> {
  const user = await getInvited(actor.db, id)
  await actor.db.transaction(tx => recordSettings(tx, [told(user, 'invitation', null, user.email)]))
  return invite(database, actor, id)
}

/** Withdraws an invitation; nothing is left of the user who would have been. Throws notFound. */
export async function withdrawInvitation(actor: Actor, id: number, database: Database): Promise<void> {
  await getInvited(actor.db, id)
  await endInvitations(database, { firmId: actor.db.firmId, memberId: id })
  await actor.db.transaction(async tx => {
    const user = await getInvited(tx, id)
    await tx.remove(portfolioMembers, eq(portfolioMembers.userId, id))
    await tx.remove(users, eq(users.id, id))
    await recordSettings(tx, [told(user, 'name', user.name, null)])
  })
}

async function invite(database: Database, { db: { firmId } }: Actor, id: number): Promise<Invitation> {
  const { token, expiresAt } = await openInvitation(database, { firmId, memberId: id })
  return { id, token, expiresAt: expiresAt.toISOString() }
}

async function getInvited(db: FirmDb, id: number): Promise<User> {
  const [user] = await db.select(users, and(eq(users.id, id), isNull(users.joinedAt)))
  if (!user) throw new AppError('notFound')
  return user
}

async function grant(
  tx: FirmTransaction,
  userId: number,
  granted: NewCollaborator['portfolios'],
): Promise<void> {
  const known = new Set((await tx.select(portfolios)).map(({ id }) => id))
  const unknown = granted.find(({ id }) => !known.has(id))
  if (unknown) {
    throw new AppError('badInput', {
      fields: [{ path: 'portfolios', problem: 'notAccepted', params: { value: unknown.id } }],
    })
  }
  const levels = new Map(granted.map(({ id, level }) => [id, level]))
  await tx.insert(
    portfolioMembers,
    [...levels].map(([portfolioId, level]) => ({ portfolioId, userId, level })),
  )
}

/** In the history, a user without a name before was invited, one without a name after was taken off the list. */
const invitationLines = (user: User, language: Language): SettingChange[] => [
  told(user, 'name', null, user.name),
  told(user, 'role', null, roleName(user.role, language)),
  told(user, 'state', null, STATE_NAMES.invited[language]),
]

const told = (
  { id, name }: User,
  field: string,
  before: string | null,
  after: string | null,
): SettingChange => ({ entity: 'user', entityId: id, name, field, before, after })

const emailProblem = (code: 'badInput' | 'nameTaken', problem: string, value: string): AppError =>
  new AppError(code, { fields: [{ path: 'email', problem, params: { value } }] })

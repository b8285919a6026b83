import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { recordSettings } from '#features/change-sets/server/record-settings-queries.ts'
import { firms, users } from '#features/firm/server/firm-tables.ts'
import { AppError } from '#kernel/app-error.ts'
import { oneLine } from '#kernel/text.ts'
import { findTakenEmails } from '#platform/auth/create-credentials.ts'
import { type FoundInvitation, findInvitation, spendInvitation } from '#platform/auth/invitation-queries.ts'
import type { Database } from '#platform/db/database.ts'
import { type FirmDb, openFirmDb } from '#platform/db/firm-db.ts'
import { isUniqueViolation } from '#platform/db/unique-violation.ts'
import type { Acceptance, InvitationState, lookUpInvitation } from '../invitations-api.ts'
import { STATE_NAMES } from '../state-names.ts'

/** What a link is good for. Throws notFound for one that never was one. */
export async function showInvitation(
  database: Database,
  token: string,
): Promise<z.input<typeof lookUpInvitation.answer>> {
  const found = await getInvitation(database, token)
  const state = stateOf(found)
  if (state !== 'open') return { state }
  const db = openFirmDb(database, found.firmId, found.memberId)
  const user = await findInvited(db, found)
  const [firm] = await db.select(firms)
  return user && firm
    ? { state, firm: firm.name, name: user.name, email: user.email }
    : { state: 'withdrawn' }
}

/**
 * Lets the invited work and sign in, and answers the address to sign in with. Throws notFound, conflict for a link that
 * works no more, nameTaken when somebody signs in with the address by now.
 */
export async function acceptInvitation(database: Database, acceptance: Acceptance): Promise<string> {
  const { token, password } = acceptance
  const found = await getInvitation(database, token)
  const db = openFirmDb(database, found.firmId, found.memberId)
  const user = await findInvited(db, found)
  if (stateOf(found) !== 'open' || !user) throw new AppError('conflict')
  const { email } = user
  if ((await findTakenEmails(database, [email])).length > 0) throw emailTaken(email)
  const name = oneLine(acceptance.name) || user.name
  // First, and as often as it takes: should the process end in between, the link still works.
  if (user.joinedAt === null) await join(db, user, { name, language: acceptance.language })
  const credentials = { name, email, password, firmId: found.firmId, memberId: found.memberId }
  const isSpent = await spendInvitation(database, token, credentials).catch(error => {
    throw isUniqueViolation(error, 'user_email_unique') ? emailTaken(email) : error
  })
  if (!isSpent) throw new AppError('conflict')
  return email
}

type User = typeof users.$inferSelect

const join = (
  db: FirmDb,
  user: User,
  { name, language }: Pick<Acceptance, 'name' | 'language'>,
): Promise<unknown> =>
  db.transaction(async tx => {
    const preferences = { ...user.preferences, language }
    const joined = { name, preferences, active: true, joinedAt: new Date().toISOString() }
    await tx.update(users, joined, eq(users.id, user.id))
    const line = { entity: 'user', entityId: user.id, name } as const
    const [before, after] = [STATE_NAMES.invited[language], STATE_NAMES.active[language]]
    await recordSettings(tx, [
      { ...line, field: 'name', before: user.name, after: name },
      { ...line, field: 'state', before, after },
    ])
  })

async function getInvitation(database: Database, token: string): Promise<FoundInvitation> {
  const found = await findInvitation(database, token)
  if (!found) throw new AppError('notFound')
  return found
}

function stateOf({ usedAt, endedAt, expiresAt }: FoundInvitation): InvitationState {
  if (usedAt) return 'used'
  if (endedAt) return 'withdrawn'
  return expiresAt.getTime() < Date.now() ? 'expired' : 'open'
}

async function findInvited(db: FirmDb, { memberId }: FoundInvitation): Promise<User | undefined> {
  const [user] = await db.select(users, eq(users.id, memberId))
  return user
}

const emailTaken = (value: string): AppError =>
  new AppError('nameTaken', { fields: [{ path: 'email', problem: 'emailTaken', params: { value } }] })

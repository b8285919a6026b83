import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Database } from '../db/database.ts'
import { invitation } from './auth-tables.ts'
import { insertCredentials, type NewCredentials } from './create-credentials.ts'
import type { Member } from './member.ts'

const VALID_DAYS = 7

export interface FoundInvitation extends Member {
  usedAt: Date | null
  endedAt: Date | null
  expiresAt: Date
}

/** Invites a member; earlier invitations end. Answers what the link must hold, which is kept nowhere. */
export async function openInvitation(
  database: Database,
  { firmId, memberId }: Member,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + VALID_DAYS * 86_400_000)
  await endInvitations(database, { firmId, memberId })
  await drizzle(database.pool)
    .insert(invitation)
    .values({ tokenHash: hashOf(token), firmId, memberId, expiresAt })
  return { token, expiresAt }
}

/** Withdraws what a member has been sent and has not used. */
export async function endInvitations({ pool }: Database, { firmId, memberId }: Member): Promise<void> {
  await drizzle(pool)
    .update(invitation)
    .set({ endedAt: sql`now()` })
    .where(and(eq(invitation.firmId, firmId), eq(invitation.memberId, memberId), isUnspent()))
}

const isUnspent = () => and(isNull(invitation.usedAt), isNull(invitation.endedAt))

export async function findInvitation(
  { pool }: Database,
  token: string,
): Promise<FoundInvitation | undefined> {
  const [found] = await drizzle(pool)
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, hashOf(token)))
  return found
}

/** Until when the invitations of a firm that are neither used nor withdrawn can be accepted, by member. */
export async function findOpenInvitations({ pool }: Database, firmId: number): Promise<Map<number, Date>> {
  const found = await drizzle(pool)
    .select()
    .from(invitation)
    .where(and(eq(invitation.firmId, firmId), isUnspent()))
  return new Map(found.map(({ memberId, expiresAt }) => [memberId, expiresAt]))
}

/** Lets the invited sign in, once: false when the invitation was used, withdrawn or has expired meanwhile. */
export async function spendInvitation(
  { pool }: Database,
  token: string,
  credentials: NewCredentials,
): Promise<boolean> {
  return drizzle(pool).transaction(async tx => {
    const { rowCount } = await tx
      .update(invitation)
      .set({ usedAt: sql`now()` })
      .where(and(eq(invitation.tokenHash, hashOf(token)), isUnspent(), gt(invitation.expiresAt, sql`now()`)))
    if (rowCount !== 1) return false
    await insertCredentials(tx, [credentials])
    return true
  })
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

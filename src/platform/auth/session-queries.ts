import { and, desc, eq, gt, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Database } from '../db/database.ts'
import { session, user } from './auth-tables.ts'
import type { Member } from './member.ts'

export interface OpenSession {
  id: string
  createdAt: Date
  /** To the hour. */
  lastSeenAt: Date
  userAgent: string | null
}

/** The sessions of a user that are in force, the one used last first. */
export function listOpenSessions({ pool }: Database, userId: string): Promise<OpenSession[]> {
  const { id, createdAt, updatedAt, userAgent } = session
  return drizzle(pool)
    .select({ id, createdAt, lastSeenAt: updatedAt, userAgent })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, sql`now()`)))
    .orderBy(desc(updatedAt))
}

/** Ends a session of a user; false when the user has no such session. */
export async function endOwnSession({ pool }: Database, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await drizzle(pool)
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, id)))
  return rowCount === 1
}

/** The member that a user signs in as. */
export async function findMemberOfUser({ pool }: Database, userId: string): Promise<Member | undefined> {
  const { firmId, memberId } = user
  const [found] = await drizzle(pool).select({ firmId, memberId }).from(user).where(eq(user.id, userId))
  return found
}

/** Ends every session of a member of a firm. */
export async function endSessionsOf({ pool }: Database, { firmId, memberId }: Member): Promise<void> {
  await pool.query(
    `DELETE FROM auth.session WHERE user_id IN (SELECT id FROM auth."user" WHERE firm_id = $1 AND member_id = $2)`,
    [firmId, memberId],
  )
}

/** Remembers that a user signs in now. */
export async function noteSignIn({ pool }: Database, userId: string): Promise<void> {
  await drizzle(pool).update(user).set({ lastSignInAt: sql`now()` }).where(eq(user.id, userId))
}

/** When the members of a firm signed in last, by member; nothing for one who never did. */
export async function findLastSignIns({ pool }: Database, firmId: number): Promise<Map<number, Date>> {
  const { memberId, lastSignInAt } = user
  const found = await drizzle(pool)
    .select({ memberId, lastSignInAt })
    .from(user)
    .where(eq(user.firmId, firmId))
  return new Map(
    found.flatMap(one => (one.lastSignInAt === null ? [] : [[one.memberId, one.lastSignInAt] as const])),
  )
}

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

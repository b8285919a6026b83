import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { eq, inArray } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Database } from '../db/database.ts'
import { account, user } from './auth-tables.ts'
import type { Member } from './member.ts'

export interface NewCredentials extends Member {
  name: string
  email: string
  password: string
}

/** Lets members of firms sign in. Not to be called inside a transaction: it opens its own. */
export async function createCredentials(
  { pool }: Database,
  people: readonly NewCredentials[],
): Promise<void> {
  await drizzle(pool).transaction(tx => insertCredentials(tx, people))
}

/** The same inside a transaction of the caller. */
export async function insertCredentials(
  tx: Pick<NodePgDatabase, 'insert'>,
  people: readonly NewCredentials[],
): Promise<void> {
  const rows = await Promise.all(people.map(rowsOf))
  await tx.insert(user).values(rows.map(row => row.user))
  await tx.insert(account).values(rows.map(row => row.account))
}

/** Those of the addresses that someone signs in with already, in whatever firm. */
export async function findTakenEmails({ pool }: Database, emails: readonly string[]): Promise<string[]> {
  const wanted = emails.map(email => email.toLowerCase())
  const taken = await drizzle(pool)
    .select({ email: user.email })
    .from(user)
    .where(inArray(user.email, wanted))
  return taken.map(({ email }) => email)
}

/** Gives people who can sign in this password, unless all of them have it already. */
export async function setPasswords(
  { pool }: Database,
  emails: readonly string[],
  password: string,
): Promise<void> {
  const db = drizzle(pool)
  const accounts = await db
    .select({ id: account.id, hash: account.password })
    .from(account)
    .innerJoin(user, eq(user.id, account.userId))
    .where(inArray(user.email, [...emails]))
  const isSet = await Promise.all(accounts.map(({ hash }) => verifyPassword({ hash: hash ?? '', password })))
  const others = accounts.filter((_, index) => !isSet[index]).map(({ id }) => id)
  if (others.length === 0) return
  await db
    .update(account)
    .set({ password: await hashPassword(password) })
    .where(inArray(account.id, others))
}

async function rowsOf({ name, email, password, firmId, memberId }: NewCredentials) {
  const userId = randomUUID()
  return {
    user: { id: userId, name, email: email.toLowerCase(), emailVerified: true, firmId, memberId },
    // What better-auth looks for when someone signs in with a password.
    account: {
      id: randomUUID(),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: await hashPassword(password),
    },
  }
}

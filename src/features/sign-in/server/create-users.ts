import { users } from '#features/firm/server/firm-tables.ts'
import { AppError } from '#kernel/app-error.ts'
import { createCredentials, findTakenEmails } from '#platform/auth/create-credentials.ts'
import type { Database } from '#platform/db/database.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { FirmRole, Preferences } from '../sign-in-api.ts'

export interface NewUser {
  name: string
  email: string
  password: string
  role: FirmRole
  preferences?: Partial<Preferences>
}

/**
 * Creates members of a firm who can sign in, and answers their ids in the same order. Throws nameTaken when someone,
 * in whatever firm, signs in with one of the addresses. Not to be called inside a transaction: the sign-ins, which
 * belong to no firm, are written in one of their own.
 */
export async function createUsers(
  database: Database,
  db: FirmDb,
  people: readonly NewUser[],
): Promise<number[]> {
  const taken = await findTakenEmails(
    database,
    people.map(({ email }) => email),
  )
  if (taken.length > 0) {
    const fields = taken.map(value => ({ path: 'email', problem: 'emailTaken', params: { value } }))
    throw new AppError('nameTaken', { fields })
  }
  const members = await db.insert(
    users,
    people.map(({ name, email, role, preferences = {} }) => ({
      name,
      email: email.toLowerCase(),
      role,
      preferences,
    })),
  )
  const ids = members.map(({ id }) => id)
  const credentials = people.map(({ name, email, password }, index) => ({
    name,
    email,
    password,
    firmId: db.firmId,
    memberId: ids[index] ?? 0,
  }))
  await createCredentials(database, credentials)
  return ids
}

import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { Member } from '#platform/auth/member.ts'
import type { Database } from '#platform/db/database.ts'
import { type FirmDb, openFirmDb } from '#platform/db/firm-db.ts'
import type { FirmRole, Preferences } from '../sign-in-api.ts'
import { findActiveMember } from './member-queries.ts'

/** Who is asking, and what of the firm is in reach. */
export interface Actor {
  /** The member of the firm. */
  userId: number
  name: string
  email: string
  role: FirmRole
  preferences: Preferences
  db: FirmDb
  /** Those that the user may read, and how far the right goes there. */
  portfolios: ReadonlyMap<number, PortfolioLevel>
  /** Of the firm's lists: portfolios, users, labels and what else the fields of clients are made of. */
  catalogueVersion: number
}

export const DEFAULT_PREFERENCES: Preferences = { language: 'fr', theme: 'auto', density: 'comfortable' }

/** The actor that a member of a firm is; none for one who was deactivated. */
export async function findActor(
  database: Database,
  { firmId, memberId }: Member,
): Promise<Actor | undefined> {
  const db = openFirmDb(database, firmId, memberId)
  const member = await findActiveMember(db)
  if (!member) return undefined
  return {
    userId: memberId,
    name: member.name,
    email: member.email,
    role: member.role,
    preferences: { ...DEFAULT_PREFERENCES, ...member.preferences },
    db,
    catalogueVersion: member.catalogueVersion,
    portfolios: new Map(member.portfolios.map(({ id, level }) => [id, level])),
  }
}

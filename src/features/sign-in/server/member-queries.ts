import { sql } from 'drizzle-orm'
import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { FirmRole, PreferenceChanges, Preferences } from '../sign-in-api.ts'

export interface FoundMember {
  name: string
  email: string
  role: FirmRole
  preferences: Partial<Preferences>
  portfolios: { id: number; level: PortfolioLevel }[]
  catalogueVersion: number
}

/** The user that the handle was opened for, unless deactivated, with the portfolios that this user may read. */
export async function findActiveMember(db: FirmDb): Promise<FoundMember | undefined> {
  const [member] = await db.query<FoundMember>(sql`
    SELECT u.name, u.email, u.role, u.preferences,
      (SELECT catalogue_version FROM firms WHERE firm_id = u.firm_id) AS "catalogueVersion",
      coalesce(
      (SELECT json_agg(json_build_object('id', p.id, 'level', coalesce(m.level, 'manage')) ORDER BY p.position, p.id)
        FROM portfolios p
        LEFT JOIN portfolio_members m
          ON m.firm_id = p.firm_id AND m.portfolio_id = p.id AND m.user_id = u.id AND u.role <> 'administrator'
        WHERE p.firm_id = u.firm_id AND (u.role = 'administrator' OR m.level IS NOT NULL)),
      '[]') AS portfolios
    FROM users u
    WHERE u.firm_id = ${db.firmId} AND u.id = ${db.userId} AND u.active`)
  return member
}

/** Changes some of the user's preferences and answers all that the user has chosen. */
export async function mergePreferences(
  db: FirmDb,
  changes: PreferenceChanges,
): Promise<Partial<Preferences>> {
  const [changed] = await db.query<{ preferences: Partial<Preferences> }>(sql`
    UPDATE users SET preferences = preferences || ${JSON.stringify(changes)}::jsonb
    WHERE firm_id = ${db.firmId} AND id = ${db.userId}
    RETURNING preferences`)
  return changed?.preferences ?? {}
}

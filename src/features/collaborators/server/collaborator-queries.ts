import { sql } from 'drizzle-orm'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { Collaborator } from '../collaborators-api.ts'

/** Who does what for whom: the roles of every firm, and the fields of this one that hold a user. */
const ASSIGNED = sql`
  SELECT a.firm_id, a.client_id, a.user_id, 'assignment.' || role.code AS field
  FROM client_assignments a JOIN assignment_roles role ON role.firm_id = a.firm_id AND role.id = a.role_id
  UNION ALL
  SELECT v.firm_id, v.client_id, v.reference, 'custom.' || f.id
  FROM client_custom_values v JOIN custom_fields f ON f.firm_id = v.firm_id AND f.id = v.field_id
  WHERE f.kind = 'user' AND f.deleted_at IS NULL`

type FoundCollaborator = Omit<Collaborator, 'lastSignInAt' | 'invitedUntil'>

/** Everybody who works in a firm, did, or is invited to, by name. */
export const findCollaborators = (db: FirmDb): Promise<FoundCollaborator[]> =>
  db.query(sql`
    SELECT u.id, u.name, u.email, u.role,
      CASE WHEN u.joined_at IS NULL THEN 'invited' WHEN u.active THEN 'active' ELSE 'deactivated' END AS state,
      (SELECT coalesce(json_agg(json_build_object('id', m.portfolio_id, 'level', m.level)), '[]')
        FROM portfolio_members m WHERE m.firm_id = u.firm_id AND m.user_id = u.id) AS portfolios,
      coalesce(assigned.clients, 0) AS clients,
      (SELECT count(*)::integer FROM saved_filters f
        WHERE f.firm_id = u.firm_id AND f.owner_id = u.id) AS "savedFilters"
    FROM users u
    LEFT JOIN (
      SELECT own.user_id, count(DISTINCT own.client_id)::integer AS clients FROM (${ASSIGNED}) own
      WHERE own.firm_id = ${db.firmId} GROUP BY own.user_id
    ) assigned ON assigned.user_id = u.id
    WHERE u.firm_id = ${db.firmId} ORDER BY fold_text(u.name), u.id`)

/** Locks the active administrators of a firm until the end of the transaction, so that one of them is always left. */
export async function lockAdministrators(tx: FirmTransaction): Promise<number[]> {
  // Not FOR UPDATE: a change set under way refers to its user, and would wait for this while this waits for it.
  const found = await tx.query<{ id: number }>(sql`
    SELECT id FROM users WHERE firm_id = ${tx.firmId} AND role = 'administrator' AND active
    ORDER BY id FOR NO KEY UPDATE`)
  return found.map(({ id }) => id)
}

/** The fields in which each client names a user, be the client in the bin or not. */
export const findAssignments = (
  tx: FirmTransaction,
  userId: number,
): Promise<{ clientId: number; fields: string[] }[]> =>
  tx.query(sql`
    SELECT own.client_id AS "clientId", array_agg(own.field ORDER BY own.field) AS fields
    FROM (${ASSIGNED}) own
    WHERE own.firm_id = ${tx.firmId} AND own.user_id = ${userId} GROUP BY own.client_id ORDER BY own.client_id`)

/** Gives the saved filters of a user to another, whose own names stand. Answers how many. */
export async function giveSavedFilters(tx: FirmTransaction, from: number, to: number): Promise<number> {
  const given = await tx.query(sql`
    UPDATE saved_filters f SET owner_id = ${to}, name = CASE WHEN EXISTS (
        SELECT FROM saved_filters o WHERE o.firm_id = f.firm_id AND o.owner_id = ${to}
          AND fold_text(o.name) = fold_text(f.name))
      THEN left(f.name, 48) || ' (' || f.id || ')' ELSE f.name END
    WHERE f.firm_id = ${tx.firmId} AND f.owner_id = ${from} RETURNING 1`)
  return given.length
}

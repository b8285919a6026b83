import { sql } from 'drizzle-orm'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { AssignmentRole } from '../assignment-roles-api.ts'

/** The roles of a firm in its order, with how many clients each is given for. */
export const countRoles = (db: FirmDb): Promise<AssignmentRole[]> =>
  db.query(sql`
    SELECT role.id, role.code, role.name, (SELECT count(*)::integer FROM client_assignments own
      WHERE own.firm_id = role.firm_id AND own.role_id = role.id) AS clients
    FROM assignment_roles role WHERE role.firm_id = ${db.firmId} ORDER BY role.position, role.id`)

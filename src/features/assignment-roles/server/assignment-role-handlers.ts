import { mayChangeSettings as may } from '#features/firm/settings-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import * as api from '../assignment-roles-api.ts'
import { countRoles } from './assignment-role-queries.ts'
import { createRole, orderRoles, removeRole, renameRole } from './write-assignment-roles.ts'

export const assignmentRoleHandlers: Handler<Actor>[] = [
  handler(api.listAssignmentRoles, async (actor: Actor) => ({ roles: await countRoles(actor.db) }), { may }),

  handler(
    api.createAssignmentRole,
    async (actor: Actor, { body }) => ({ id: await createRole(actor, body.name) }),
    { may },
  ),

  handler(
    api.renameAssignmentRole,
    async (actor: Actor, { body, params }) => {
      await renameRole(actor, params.id, body.name)
      return {}
    },
    { may },
  ),

  handler(
    api.orderAssignmentRoles,
    async (actor: Actor, { body }) => {
      await orderRoles(actor, body.ids)
      return {}
    },
    { may },
  ),

  handler(
    api.removeAssignmentRole,
    async (actor: Actor, { params }) => {
      await removeRole(actor, params.id)
      return {}
    },
    { may },
  ),
]

import { mayChangeSettings as may } from '#features/firm/settings-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { Auth } from '#platform/auth/auth.ts'
import { findOpenInvitations } from '#platform/auth/invitation-queries.ts'
import { findLastSignIns } from '#platform/auth/session-queries.ts'
import type { Database } from '#platform/db/database.ts'
import { type Handler, handler, openHandler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import * as api from '../collaborators-api.ts'
import * as invitations from '../invitations-api.ts'
import { acceptInvitation, showInvitation } from './accept-invitations.ts'
import { changeCollaborator, deactivateCollaborator, reactivateCollaborator } from './change-collaborators.ts'
import { findCollaborators } from './collaborator-queries.ts'
import { inviteCollaborator, renewInvitation, withdrawInvitation } from './invite-collaborators.ts'

interface Services {
  database: Database
  auth: Auth
  secrets: SecretBox
}

/** Who works in the firm, and how one comes to. */
export const collaboratorHandlers = ({ database, auth, secrets }: Services): Handler<Actor>[] => [
  handler(
    api.listCollaborators,
    async ({ db }: Actor) => {
      const invited = await findOpenInvitations(database, db.firmId)
      const signIns = await findLastSignIns(database, db.firmId)
      const found = await findCollaborators(db)
      return {
        collaborators: found.map(one => ({
          ...one,
          lastSignInAt: signIns.get(one.id)?.toISOString() ?? null,
          invitedUntil: invited.get(one.id)?.toISOString() ?? null,
        })),
      }
    },
    { may },
  ),

  handler(api.inviteCollaborator, (actor: Actor, { body }) => inviteCollaborator(actor, body, database), {
    may,
  }),

  handler(api.renewInvitation, (actor: Actor, { params }) => renewInvitation(actor, params.id, database), {
    may,
  }),

  handler(
    api.withdrawInvitation,
    async (actor: Actor, { params }) => {
      await withdrawInvitation(actor, params.id, database)
      return {}
    },
    { may },
  ),

  handler(
    api.changeCollaborator,
    async (actor: Actor, { body, params }) => {
      await changeCollaborator(actor, params.id, body)
      return {}
    },
    { may },
  ),

  handler(
    api.deactivateCollaborator,
    (actor: Actor, { body, params }) => deactivateCollaborator(actor, params.id, body, { database, secrets }),
    { may },
  ),

  handler(
    api.reactivateCollaborator,
    async (actor: Actor, { params }) => {
      await reactivateCollaborator(actor, params.id)
      return {}
    },
    { may },
  ),

  openHandler(invitations.lookUpInvitation, ({ body }) => showInvitation(database, body.token)),

  openHandler(invitations.acceptInvitation, async ({ body, asking }) => {
    const email = await acceptInvitation(database, body)
    const cookies = await auth.signIn({ email, password: body.password }, asking.headers)
    const headers = new Headers({ 'Cache-Control': 'no-store' })
    for (const cookie of cookies) headers.append('Set-Cookie', cookie)
    return Response.json({}, { headers })
  }),
]

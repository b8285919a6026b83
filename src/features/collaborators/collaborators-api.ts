import { z } from 'zod'
import { PORTFOLIO_LEVELS } from '#features/portfolios/portfolios-api.ts'
import { FIRM_ROLES } from '#features/sign-in/sign-in-api.ts'
import { idSchema as id, idParams, route } from '#kernel/route.ts'

/** `invited` until the invitation is accepted, however long it has expired. */
const COLLABORATOR_STATES = ['active', 'invited', 'deactivated'] as const

const name = z.string().trim().min(1).max(100)
const role = z.enum(FIRM_ROLES)
const portfolios = z.array(z.object({ id, level: z.enum(PORTFOLIO_LEVELS) })).max(10_000)

const collaboratorSchema = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  state: z.enum(COLLABORATOR_STATES),
  portfolios,
  lastSignInAt: z.string().nullable(),
  /** Until when the invitation can be accepted. */
  invitedUntil: z.string().nullable(),
  /** Clients for whom the collaborator has some role, in the bin or not. */
  clients: z.int(),
  savedFilters: z.int(),
})
export type Collaborator = z.infer<typeof collaboratorSchema>

/** The link is told once; the server keeps no more of it than a hash. */
const invitationSchema = z.object({ id, token: z.string(), expiresAt: z.string() })
export type Invitation = z.infer<typeof invitationSchema>

export const listCollaborators = route({
  method: 'get',
  path: '/api/collaborators',
  summary: 'Who works in the firm, did, or is invited to; for administrators',
  answer: z.object({ collaborators: z.array(collaboratorSchema) }),
})

export const inviteCollaborator = route({
  method: 'post',
  path: '/api/collaborators',
  summary: 'Invites somebody; the answer has the token of the link, which works once and for seven days',
  body: z.strictObject({ name, email: z.string().trim().max(254), role, portfolios }),
  answer: invitationSchema,
})
export type NewCollaborator = z.infer<typeof inviteCollaborator.body>

export const renewInvitation = route({
  method: 'post',
  path: '/api/collaborators/{id}/invitation',
  summary: 'Makes a new link for somebody who is invited; the old one does not work any more',
  params: idParams,
  answer: invitationSchema,
})

export const withdrawInvitation = route({
  method: 'delete',
  path: '/api/collaborators/{id}/invitation',
  summary: 'Withdraws an invitation that has not been accepted',
  params: idParams,
  answer: z.object({}),
})

export const changeCollaborator = route({
  method: 'patch',
  path: '/api/collaborators/{id}',
  summary: 'Renames a collaborator or gives another role; refused for the last active administrator',
  params: idParams,
  body: z.strictObject({ name: name.optional(), role: role.optional() }),
  answer: z.object({}),
})
export type CollaboratorChanges = z.infer<typeof changeCollaborator.body>

export const deactivateCollaborator = route({
  method: 'post',
  path: '/api/collaborators/{id}/deactivate',
  summary:
    'Ends the sessions of a collaborator, who cannot sign in any more, and hands work over to a colleague',
  params: idParams,
  body: z.strictObject({
    /** Who gets the assignments; without anybody, they stay. */
    clientsTo: id.optional(),
    /** Who gets the saved filters; without anybody, they stay. */
    filtersTo: id.optional(),
  }),
  answer: z.object({ clients: z.int(), savedFilters: z.int() }),
})
export type HandOver = z.infer<typeof deactivateCollaborator.body>

export const reactivateCollaborator = route({
  method: 'post',
  path: '/api/collaborators/{id}/reactivate',
  summary: 'Lets a collaborator sign in again',
  params: idParams,
  answer: z.object({}),
})

import { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#kernel/password.ts'
import { route } from '#kernel/route.ts'

/** Why a link works, or works no more. */
const INVITATION_STATES = ['open', 'used', 'expired', 'withdrawn'] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

const token = z.string().max(100)

/** In the body, as addresses end up in logs. */
export const lookUpInvitation = route({
  method: 'post',
  path: '/api/invitations/look-up',
  summary: 'What the link of an invitation is good for; for whoever has it',
  body: z.strictObject({ token }),
  answer: z.object({
    state: z.enum(INVITATION_STATES),
    /** Only of one that is open. */
    firm: z.string().optional(),
    name: z.string().optional(),
    email: z.string().optional(),
  }),
})

export const acceptInvitation = route({
  method: 'post',
  path: '/api/invitations/accept',
  summary: 'Chooses name and password, and signs in',
  body: z.strictObject({
    token,
    name: z.string().trim().min(1).max(100),
    password: z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
    language: z.enum(LANGUAGES),
  }),
  answer: z.object({}),
})
export type Acceptance = z.infer<typeof acceptInvitation.body>

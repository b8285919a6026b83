import { z } from 'zod'
import { LANGUAGES } from '#kernel/language.ts'
import { idSchema as id, idParams, route } from '#kernel/route.ts'

const LONGEST_NAME = 60

const nameSchema = z.strictObject(
  Object.fromEntries(
    LANGUAGES.map(language => [language, z.string().trim().min(1).max(LONGEST_NAME)]),
  ) as Record<(typeof LANGUAGES)[number], z.ZodString>,
)
export type RoleName = z.infer<typeof nameSchema>

const roleSchema = z.object({
  id,
  /** The field of a client is `assignment.<code>`. */
  code: z.string(),
  name: nameSchema,
  /** Clients for whom somebody has the role, in the bin or not. */
  clients: z.int(),
})
export type AssignmentRole = z.infer<typeof roleSchema>

export const listAssignmentRoles = route({
  method: 'get',
  path: '/api/assignment-roles',
  summary: 'What a user can be for a client, in the firm’s order; for administrators',
  answer: z.object({ roles: z.array(roleSchema) }),
})

export const createAssignmentRole = route({
  method: 'post',
  path: '/api/assignment-roles',
  summary: 'Adds an assignment role, which is a column of the list from then on',
  body: z.strictObject({ name: nameSchema }),
  answer: z.object({ id }),
})

export const renameAssignmentRole = route({
  method: 'patch',
  path: '/api/assignment-roles/{id}',
  summary: 'Renames an assignment role',
  params: idParams,
  body: z.strictObject({ name: nameSchema }),
  answer: z.object({}),
})

export const orderAssignmentRoles = route({
  method: 'put',
  path: '/api/assignment-roles/order',
  summary: 'Puts the assignment roles into an order',
  body: z.strictObject({ ids: z.array(id).max(500) }),
  answer: z.object({}),
})

export const removeAssignmentRole = route({
  method: 'delete',
  path: '/api/assignment-roles/{id}',
  summary: 'Removes an assignment role that nobody has for any client',
  params: idParams,
  answer: z.object({}),
})

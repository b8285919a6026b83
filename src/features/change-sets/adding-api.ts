import { z } from 'zod'
import { UNIQUE_FIELDS } from '#features/clients/unique-numbers.ts'
import { idSchema as id, route } from '#kernel/route.ts'

const valueSchema = z.union([
  z.string().max(10_240),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])).max(1_000),
  z.null(),
])

export const addClient = route({
  method: 'post',
  path: '/api/clients',
  summary: 'Adds a client, whose name, kind and portfolio must be there',
  body: z.strictObject({
    /** By field; numbers and days as the API carries them, or as people type numbers. */
    values: z.record(z.string().max(200), valueSchema),
    /** Fields whose number is kept although its check digits are wrong. */
    keepInvalid: z.array(z.enum(UNIQUE_FIELDS)).optional(),
  }),
  /** The client, and the change set by which it can be undone. */
  answer: z.object({ id, changeSet: id }),
})
export type NewClient = z.infer<typeof addClient.body>

export const checkNumber = route({
  method: 'post',
  path: '/api/clients/check-number',
  summary:
    'Whether a client of the firm has a number already; in the body, since a national number is in no address',
  body: z.strictObject({ field: z.enum(UNIQUE_FIELDS), number: z.string().max(100) }),
  answer: z.object({
    /** Nobody has it, a client outside the bin has it, or only one that is in the bin. */
    taken: z.enum(['no', 'yes', 'inBin']),
    /** Who has it, when this user may know. */
    holder: z.object({ id, name: z.string() }).exactOptional(),
  }),
})
export type NumberCheck = z.infer<typeof checkNumber.answer>

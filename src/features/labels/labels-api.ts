import { z } from 'zod'
import { idSchema as id, idParams, route } from '#kernel/route.ts'
import { TAG_COLORS } from '#kernel/tag-colors.ts'

const LONGEST_NAME = 60

const nameSchema = z.string().trim().min(1).max(LONGEST_NAME)

const labelSchema = z.object({ id, name: z.string(), color: z.string() })
export type Label = z.infer<typeof labelSchema>

const countedSchema = labelSchema.extend({
  /** Clients outside the bin that this user may read. */
  clients: z.int(),
})
export type CountedLabel = z.infer<typeof countedSchema>

/** The set by which it can be undone, and how many clients that the user may read are concerned. */
const changedSchema = z.object({ changeSet: id, clients: z.int() })

export const listLabels = route({
  method: 'get',
  path: '/api/labels',
  summary: 'The labels of the firm, by name, with how many clients have each',
  answer: z.object({ labels: z.array(countedSchema) }),
})

export const createLabel = route({
  method: 'post',
  path: '/api/labels',
  summary: 'Creates a label; its name is unique, whatever its case and accents',
  body: z.strictObject({ name: nameSchema, color: z.enum(TAG_COLORS) }),
  answer: labelSchema.extend({ changeSet: id }),
})

export const changeLabel = route({
  method: 'patch',
  path: '/api/labels/{id}',
  summary: 'Renames or colours a label',
  params: idParams,
  body: z.strictObject({ name: nameSchema.optional(), color: z.enum(TAG_COLORS).optional() }),
  answer: labelSchema,
})
export type LabelChanges = z.infer<typeof changeLabel.body>

export const deleteLabel = route({
  method: 'delete',
  path: '/api/labels/{id}',
  summary: 'Deletes a label, which goes from all clients; its change set can be undone',
  params: idParams,
  answer: changedSchema,
})

export const mergeLabel = route({
  method: 'post',
  path: '/api/labels/{id}/merge',
  summary: 'Gives the clients of a label another one instead, and deletes it; its change set can be undone',
  params: idParams,
  body: z.strictObject({ into: id }),
  answer: changedSchema,
})

import { z } from 'zod'
import { idSchema as id, route } from '#kernel/route.ts'

export const BINNED_PER_PAGE = 100

const binnedSchema = z.object({
  id,
  name: z.string(),
  portfolio: z.string(),
  deletedAt: z.string(),
  /** Who put it there, when that is known. */
  deletedBy: z.string().nullable(),
  /** The set that put it there, by which it can be undone. */
  changeSet: id.nullable(),
  /** The first day on which it may be deleted for good. */
  erasableFrom: z.string(),
})
export type BinnedClient = z.infer<typeof binnedSchema>

export const listBin = route({
  method: 'get',
  path: '/api/bin',
  summary: 'The clients in the bin that this user may read, latest first; 100 a page',
  params: z.object({
    search: z.string().max(200).optional(),
    page: z.coerce.number().pipe(z.int().min(1).max(1_000_000)).default(1),
  }),
  answer: z.object({ clients: z.array(binnedSchema), page: z.int(), more: z.boolean() }),
})

/** Why a client is not deleted for good: it is not in the bin, is to be kept for ten years, or others are billed to it. */
const ERASURE_REFUSALS = ['notFound', 'notInBin', 'tooEarly', 'billedTo'] as const

export const eraseClients = route({
  method: 'post',
  path: '/api/bin/erase',
  summary: 'Deletes clients in the bin for good, with their history; there is no way back',
  body: z.strictObject({ ids: z.array(id).min(1).max(1_000) }),
  answer: z.object({
    erased: z.int(),
    skipped: z.array(z.object({ client: z.int(), reason: z.enum(ERASURE_REFUSALS) })),
  }),
})
export type Erasure = z.infer<typeof eraseClients.answer>

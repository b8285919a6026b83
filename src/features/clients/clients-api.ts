import { z } from 'zod'
import { VERBS } from '#kernel/changes/edit.ts'
import { FIELD_GROUPS, FIELD_KINDS } from '#kernel/fields/field.ts'
import { filterSchema, OPERATORS } from '#kernel/filters/filter.ts'
import { idSchema as id, route } from '#kernel/route.ts'

/** A value as it travels: null is missing, money a decimal string, days `YYYY-MM-DD`, days of a year `MM-DD`. */
export const fieldValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number()])),
  z.null(),
])

export const sortSchema = z
  .array(z.strictObject({ field: z.string().max(200), desc: z.boolean().optional() }))
  .max(10)
export type Sort = z.infer<typeof sortSchema>

/** Which clients, whatever their order. */
const selectionSchema = z.strictObject({
  portfolioId: id.optional(),
  search: z.string().max(10_240).optional(),
  filter: filterSchema.optional(),
})

const fieldIdsSchema = z.array(z.string().max(200)).max(2000)

const rowSchema = z.object({
  id,
  values: z.record(z.string(), fieldValueSchema),
  /** The names of the clients whose ids are among the values, by field. */
  names: z.record(z.string(), z.string()).optional(),
  /** Fields whose value is kept but wrong and cannot be seen to be so, since it leaves the server masked. */
  invalid: z.array(z.string()).optional(),
})
export type ClientRow = z.infer<typeof rowSchema>

export const queryClients = route({
  method: 'post',
  path: '/api/clients/query',
  summary: 'The ids of all clients that match, in order',
  body: selectionSchema.extend({
    sort: sortSchema.optional(),
    /** Answer the first rows as well, with these fields or the default columns. */
    first: z.int().min(0).max(1000).optional(),
    fields: fieldIdsSchema.optional(),
  }),
  answer: z.object({
    ids: z.array(id),
    matched: z.int(),
    total: z.int(),
    rows: z.array(rowSchema).optional(),
  }),
})

export const readRows = route({
  method: 'post',
  path: '/api/clients/rows',
  summary: 'The values of at most 1 000 clients; unknown and unreadable ids are left out',
  body: z.strictObject({ ids: z.array(z.int()).max(1000), fields: fieldIdsSchema.optional() }),
  answer: z.object({ rows: z.array(rowSchema) }),
})

export const readFacets = route({
  method: 'post',
  path: '/api/clients/facets',
  summary: 'The values of a field among the clients that match, with how often each occurs',
  body: selectionSchema.extend({ field: z.string().max(200) }),
  answer: z.object({
    values: z.array(
      z.object({
        value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
        label: z.string(),
        count: z.int(),
      }),
    ),
  }),
})
export type Facet = z.infer<typeof readFacets.answer>['values'][number]

export const countClients = route({
  method: 'post',
  path: '/api/clients/counts',
  summary: 'How many clients of a portfolio each filter keeps, in one pass',
  body: z.strictObject({ portfolioId: id.optional(), filters: z.array(filterSchema).max(1000) }),
  answer: z.object({ counts: z.array(z.int()) }),
})

/** A group of columns: one of the product, or `category.<id>` of a category of fields that the firm has made. */
export const fieldGroupSchema = z.union([z.enum(FIELD_GROUPS), z.templateLiteral(['category.', z.int()])])

const choiceSchema = z.object({
  value: z.union([z.string(), z.number()]),
  label: z.string(),
  short: z.string().exactOptional(),
  color: z.string().exactOptional(),
  retired: z.boolean().exactOptional(),
})

const describedFieldSchema = z.object({
  id: z.string(),
  group: fieldGroupSchema,
  groupLabel: z.string(),
  kind: z.enum(FIELD_KINDS),
  label: z.string(),
  operators: z.array(z.enum(OPERATORS)),
  choices: z.array(choiceSchema).exactOptional(),
  editable: z.boolean(),
  /** What can be done to its values; none when it is not editable. */
  verbs: z.array(z.enum(VERBS)),
  /** The clients that can have it; absent: every client can. */
  appliesTo: filterSchema.exactOptional(),
  /** A client is never without it. */
  neverEmpty: z.boolean(),
  required: z.boolean(),
  requiredFor: filterSchema.exactOptional(),
  expires: z.boolean().exactOptional(),
  sortable: z.boolean(),
  computed: z.boolean(),
  unlisted: z.boolean().exactOptional(),
  shownByDefault: z.boolean(),
  width: z.number(),
})
/** A field as the browser and programs know it, its labels in the user's language. */
export type DescribedField = z.infer<typeof describedFieldSchema>

export const listFields = route({
  method: 'get',
  path: '/api/fields',
  summary: 'Every field of a client, in the order of the columns',
  answer: z.object({ fields: z.array(describedFieldSchema) }),
})

import { z } from 'zod'
import { fieldValueSchema } from '#features/clients/clients-api.ts'
import { VERBS } from '#kernel/changes/edit.ts'
import { isDay } from '#kernel/day.ts'
import { filterSchema } from '#kernel/filters/filter.ts'
import { LINES_OF_JSON } from '#kernel/progress.ts'
import { idSchema as id, idParams, route } from '#kernel/route.ts'
import {
  CHANGE_ORIGINS,
  CHANGE_SET_STATES,
  type ChangeOrigin,
  LINE_OUTCOMES,
  SETTING_ENTITIES,
  UNDO_STANDINGS,
} from './change-set.ts'
import { REFUSAL_REASONS } from './refusals.ts'

const MAX_CLIENTS = 100_000

const selectionSchema = z.union([
  z.strictObject({ ids: z.array(id).max(MAX_CLIENTS) }),
  z.strictObject({
    query: z.strictObject({
      portfolioId: id.optional(),
      search: z.string().max(10_240).optional(),
      filter: filterSchema.optional(),
    }),
    except: z.array(id).max(MAX_CLIENTS).optional(),
  }),
])

const editSchema = z.strictObject({
  field: z.string().max(200),
  verb: z.enum(VERBS),
  /** As the field carries it; for a day that is shifted by `add` or `remove`, an ISO 8601 duration such as `P1Y`. */
  value: fieldValueSchema.optional(),
  /** The value that the user saw: a client that has another by now is left alone. */
  before: fieldValueSchema.optional(),
  /** Keeps a number whose check digits are wrong. */
  keepInvalid: z.boolean().optional(),
})

/** A cell of a block that was pasted: what was typed, read as a person means it; nothing clears the cell. */
const cellSchema = z.strictObject({ client: id, field: z.string().max(200), text: z.string().max(10_240) })

/** What a request may say of itself; everything else is told by what it does. */
const ASKED_ORIGINS = [
  'cell',
  'bulkEdit',
  'paste',
  'fillDown',
  'api',
] as const satisfies readonly ChangeOrigin[]

const countsSchema = z.object({ change: z.int(), unchanged: z.int(), refused: z.int(), lines: z.int() })

const skippedSchema = z.object({ client: z.int(), field: z.string(), reason: z.enum(REFUSAL_REASONS) })

const resultSchema = z.object({
  changed: z.int(),
  unchanged: z.int(),
  skipped: z.array(skippedSchema),
  skippedCount: z.int(),
})

const appliedSchema = resultSchema.extend({ id, state: z.literal('applied') })
export type AppliedAnswer = z.infer<typeof appliedSchema>

export const createChangeSet = route({
  method: 'post',
  path: '/api/change-sets',
  summary: 'Plans a change of many clients, and applies it at once when asked to',
  body: z.strictObject({
    selection: selectionSchema.optional(),
    edits: z.array(editSchema).min(1).max(500).optional(),
    /** Instead of a selection and edits: a value for each cell. */
    cells: z.array(cellSchema).min(1).max(100_000).optional(),
    apply: z.boolean().optional(),
    origin: z.enum(ASKED_ORIGINS).optional(),
  }),
  answer: resultSchema.partial().extend({ id, state: z.enum(['planned', 'applied']), counts: countsSchema }),
})
export type ChangeSetRequest = z.infer<typeof createChangeSet.body>
export type PlanAnswer = z.infer<typeof createChangeSet.answer>

export const applyChangeSet = route({
  method: 'post',
  path: '/api/change-sets/{id}/apply',
  summary: `Writes what a planned change set says, wherever a cell is still as it was; to who accepts ${LINES_OF_JSON}, lines with the progress come first`,
  params: idParams,
  answer: appliedSchema,
})

export const undoChangeSet = route({
  method: 'post',
  path: '/api/change-sets/{id}/undo',
  summary: 'Undoes a change set by applying its inverse; undoing an undo is redoing',
  params: idParams,
  answer: appliedSchema,
})

const momentSchema = z.string()

const fieldSummarySchema = z.object({
  field: z.string(),
  /** Cells that change, among the clients that this user may read. */
  clients: z.int(),
  /** Only where it is the same for all; of labels, those that go. */
  before: fieldValueSchema.exactOptional(),
  /** Only where it is the same for all; of labels, those that come. */
  after: fieldValueSchema.exactOptional(),
})

const settingLineSchema = z.object({
  entity: z.enum(SETTING_ENTITIES),
  id: z.int(),
  name: z.string(),
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

const changeSetSchema = z.object({
  id,
  state: z.enum(CHANGE_SET_STATES),
  origin: z.enum(CHANGE_ORIGINS),
  /** What the origin is called, such as the name of an imported file. */
  originName: z.string().nullable(),
  /** Nobody for what the installation did by itself. */
  user: z.object({ id, name: z.string() }).nullable(),
  /** The client, where the set is about a single one that this user may read. */
  client: z.object({ id, name: z.string() }).nullable(),
  createdAt: momentSchema,
  appliedAt: momentSchema.nullable(),
  /** The set that this one is the inverse of. */
  undoes: id.nullable(),
  counts: countsSchema,
  /** Cells that are left alone with a reason. */
  skippedCount: z.int(),
  summary: z.array(fieldSummarySchema),
  settings: z.array(settingLineSchema),
  /** Whether this user can undo it, or why not. */
  undo: z.enum(UNDO_STANDINGS),
})
export type ChangeSet = z.infer<typeof changeSetSchema>

export const getChangeSet = route({
  method: 'get',
  path: '/api/change-sets/{id}',
  summary: 'A change set, as far as the clients that this user may read are concerned',
  params: idParams,
  answer: changeSetSchema,
})

const page = z.coerce.number().pipe(z.int().min(1).max(1_000_000)).default(1)

const lineSchema = z.object({
  /** The name is null for a client that is gone, or was never there. */
  client: z.object({ id: z.int(), name: z.string().nullable() }),
  field: z.string(),
  before: fieldValueSchema,
  after: fieldValueSchema,
  /** The names of the clients that the values are the ids of. */
  beforeName: z.string().exactOptional(),
  afterName: z.string().exactOptional(),
  outcome: z.enum(LINE_OUTCOMES),
  reason: z.enum(REFUSAL_REASONS).exactOptional(),
  /** What is wrong with a value, as a key of a message. */
  problem: z.string().exactOptional(),
  /** Who has the number already, when this user may know. */
  holder: z.object({ id, name: z.string() }).exactOptional(),
  /** The name of the portfolio in which the client is filed, where the right is missing. */
  portfolio: z.string().exactOptional(),
  /** The day on which the client went to the bin, where that is the reason. */
  deletedAt: momentSchema.exactOptional(),
})
export type ChangeLine = z.infer<typeof lineSchema>

export const LINES_PER_PAGE = 200

export const listChangeLines = route({
  method: 'get',
  path: '/api/change-sets/{id}/lines',
  summary: 'What a change set does to each cell, by client; 200 lines a page',
  params: idParams.extend({
    outcome: z.enum(LINE_OUTCOMES).optional(),
    /** Of refused lines, those for this reason. */
    reason: z.enum(REFUSAL_REASONS).optional(),
    problem: z.string().max(100).optional(),
    page,
  }),
  answer: z.object({ lines: z.array(lineSchema), page: z.int(), pages: z.int(), total: z.int() }),
})

const day = z.string().refine(isDay)

export const SETS_PER_PAGE = 50

export const listChangeSets = route({
  method: 'get',
  path: '/api/change-sets',
  summary: 'What was changed, latest first, as far as this user may see it; 50 sets a page',
  params: z.object({
    client: z.coerce.number().pipe(id).optional(),
    user: z.coerce.number().pipe(id).optional(),
    field: z.string().max(200).optional(),
    /** Days in Belgium, both included. */
    from: day.optional(),
    to: day.optional(),
    page,
  }),
  answer: z.object({ changeSets: z.array(changeSetSchema), page: z.int(), more: z.boolean() }),
})

export const listRefusals = route({
  method: 'get',
  path: '/api/change-sets/{id}/refusals',
  summary: 'Why cells of a change set are refused, and how many for each reason',
  params: idParams,
  answer: z.object({
    refusals: z.array(
      z.object({ reason: z.enum(REFUSAL_REASONS), problem: z.string().exactOptional(), lines: z.int() }),
    ),
  }),
})

/** Of the values of a field, the most frequent that are told one by one. */
export const MOST_VALUES = 6

const heldValueSchema = z.object({
  value: fieldValueSchema,
  /** Empty for a value that is told to nobody, but for how many have one. */
  label: z.string(),
  count: z.int(),
})

export const readValues = route({
  method: 'post',
  path: '/api/change-sets/values',
  summary:
    'What some clients have in some fields now: how many different values, and how many clients the most frequent',
  body: z.strictObject({
    ids: z.array(id).max(MAX_CLIENTS),
    fields: z.array(z.string().max(200)).max(500),
  }),
  answer: z.object({
    /** Those of the clients that this user may read, the bin left out. */
    clients: z.int(),
    fields: z.array(
      z.object({
        field: z.string(),
        /** Different values, a missing one left out. */
        distinct: z.int(),
        /** Clients without a value. */
        missing: z.int(),
        /** The most frequent; of labels all, each with how many clients have it. */
        values: z.array(heldValueSchema),
      }),
    ),
  }),
})
export type HeldValues = z.infer<typeof readValues.answer>['fields'][number]

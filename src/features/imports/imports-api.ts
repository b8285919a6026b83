import { z } from 'zod'
import { LINES_OF_JSON } from '#kernel/progress.ts'
import { route } from '#kernel/route.ts'
import { ROW_OUTCOMES } from './check-rows.ts'
import { MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from './import-limits.ts'

const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })

const columnIndex = z
  .int()
  .min(0)
  .max(MAX_COLUMNS - 1)
const rowNumber = z.int().min(1).max(1_048_576)

/** Where the table stands in the file; what is above its header row is not read. */
const placeSchema = z.strictObject({ sheet: z.int().min(0).max(MAX_SHEETS), headerRow: rowNumber })

/** Which column fills which field, or which part of one (`contact.street#number`). */
const mappingSchema = placeSchema.extend({
  columns: z.array(z.strictObject({ column: columnIndex, target: z.string().max(200) })).max(MAX_COLUMNS),
  /** For rows that name no portfolio. */
  defaultPortfolio: z.int().nullable(),
})
export type ImportMapping = z.infer<typeof mappingSchema>

const sheetSchema = z.object({
  index: z.int(),
  /** Empty for a text file. */
  name: z.string(),
  /** Rows below the header that hold something. */
  rows: z.int(),
  headerRow: rowNumber,
  columns: z.array(
    z.object({
      column: columnIndex,
      /** What Excel calls it: A, B, … */
      letters: z.string(),
      name: z.string(),
      /** Some of its values, shortened, national numbers masked. */
      samples: z.array(z.string()),
      /** The guess; null for a column that nothing is read from. */
      target: z.string().nullable(),
    }),
  ),
})
export type ImportSheet = z.infer<typeof sheetSchema>

const countsSchema = z.object({
  rows: z.int(),
  accepted: z.int(),
  warned: z.int(),
  refused: z.int(),
  duplicate: z.int(),
})

/** `read`: waits for its columns; `checked`: every row was tried, nothing written; `done`: the clients are there. */
export const IMPORT_STATES = ['read', 'checked', 'done'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

const importSchema = z.object({
  id: z.int(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  /** Each with the columns as they were guessed when the file was read. */
  sheets: z.array(sheetSchema),
  mapping: mappingSchema.nullable(),
  counts: countsSchema.nullable(),
  /** How many clients were created. */
  imported: z.int().nullable(),
})
export type Import = z.infer<typeof importSchema>

const noteSchema = z.object({
  level: z.enum(['refusal', 'warning', 'information']),
  reason: z.string(),
  /** The reason in the user's language. */
  message: z.string(),
  column: z.object({ letters: z.string(), name: z.string() }).nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  client: z.object({ id: z.int(), name: z.string() }).nullable(),
})

const reportedRowSchema = z.object({
  row: rowNumber,
  outcome: z.enum(ROW_OUTCOMES),
  name: z.string(),
  /** The whole row, national numbers masked. */
  cells: z.array(z.string()),
  notes: z.array(noteSchema),
})
export type ImportRow = z.infer<typeof reportedRowSchema>

export const startImport = route({
  method: 'post',
  path: '/api/imports',
  summary: 'Reads an XLSX or CSV file, sent as the body with its name in the query; nothing is written yet',
  params: z.object({ name: z.string().min(1).max(255) }),
  answer: importSchema,
})

export const getImport = route({
  method: 'get',
  path: '/api/imports/{id}',
  summary: 'An import of the user; it is kept for 24 hours',
  params,
  answer: importSchema,
})

export const describeSheet = route({
  method: 'post',
  path: '/api/imports/{id}/columns',
  summary: 'The columns of a sheet as they are below another header row, with a guess for each',
  params,
  body: placeSchema,
  answer: sheetSchema,
})

export const checkImport = route({
  method: 'put',
  path: '/api/imports/{id}/mapping',
  summary: 'Tries every row with these columns (dry run) and keeps what could come in',
  params,
  body: mappingSchema,
  answer: importSchema,
})

export const listImportRows = route({
  method: 'post',
  path: '/api/imports/{id}/rows',
  summary: 'The rows about which there is something to tell, with every reason',
  params,
  body: z.strictObject({
    outcomes: z.array(z.enum(ROW_OUTCOMES)).max(ROW_OUTCOMES.length).optional(),
    offset: z.int().min(0).max(MAX_ROWS),
    limit: z.int().min(1).max(1000),
  }),
  answer: z.object({ rows: z.array(reportedRowSchema), total: z.int() }),
})

export const applyImport = route({
  method: 'post',
  path: '/api/imports/{id}/apply',
  summary: `Creates the clients of the rows that can come in, all of them or none; to who accepts ${LINES_OF_JSON}, lines with the progress come first`,
  params,
  body: z.strictObject({ acceptWarnings: z.boolean() }),
  answer: importSchema,
})

export const removeImport = route({
  method: 'delete',
  path: '/api/imports/{id}',
  summary: 'Forgets an import and its file; clients that it created stay',
  params,
  answer: z.object({}),
})

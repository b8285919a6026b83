import { z } from 'zod'
import { filterSchema } from '#kernel/filters/filter.ts'
import { LANGUAGES } from '#kernel/language.ts'
import { idSchema as id, idParams, route } from '#kernel/route.ts'
import { CUSTOM_KINDS } from './custom-field.ts'

const LONGEST_NAME = 80
const LONGEST_DESCRIPTION = 500
/** So many that nobody's screen can show them; beyond, a list would no longer answer at once. */
export const MOST_FIELDS = 1_000
export const MOST_OPTIONS = 500

/** In one language at least; where it is not given, that of another language stands. */
const nameSchema = z
  .strictObject(
    Object.fromEntries(
      LANGUAGES.map(language => [language, z.string().trim().min(1).max(LONGEST_NAME).exactOptional()]),
    ) as Record<(typeof LANGUAGES)[number], z.ZodExactOptional<z.ZodString>>,
  )
  .refine(name => Object.values(name).some(text => text !== undefined), { error: 'missing', path: ['fr'] })

const optionSchema = z.object({ id, name: nameSchema })

const fieldSchema = z.object({
  id,
  /** The field of a client is `custom.<id>`. */
  name: nameSchema,
  kind: z.enum(CUSTOM_KINDS),
  required: z.boolean(),
  options: z.array(optionSchema),
})
export type CustomField = z.infer<typeof fieldSchema>

const categorySchema = z.object({
  id,
  name: nameSchema,
  description: z.string(),
  /** Its fields are columns of *Voir tous les clients*. */
  isListed: z.boolean(),
  /** The clients that its fields are for; null: every client. */
  criteria: filterSchema.nullable(),
  fields: z.array(fieldSchema),
})
export type CustomCategory = z.infer<typeof categorySchema>

/** The set by which it can be undone, and how many values are concerned. */
const changedSchema = z.object({ changeSet: id, values: z.int() })

const categoryBody = z.strictObject({
  name: nameSchema,
  description: z.string().trim().max(LONGEST_DESCRIPTION).optional(),
  isListed: z.boolean().optional(),
  criteria: filterSchema.nullable().optional(),
})
export type NewCategory = z.infer<typeof categoryBody>

export const listCustomFields = route({
  method: 'get',
  path: '/api/custom-fields',
  summary: 'The fields that the firm has added to its clients, by category, in order; for administrators',
  answer: z.object({ categories: z.array(categorySchema) }),
})

export const createCustomCategory = route({
  method: 'post',
  path: '/api/custom-field-categories',
  summary: 'Adds a category of fields, at the end',
  body: categoryBody,
  answer: z.object({ id }),
})

export const changeCustomCategory = route({
  method: 'patch',
  path: '/api/custom-field-categories/{id}',
  summary: 'Changes what a category is called, whose its fields are and whether the list shows them',
  params: idParams,
  body: categoryBody.partial(),
  answer: z.object({}),
})
export type CategoryChanges = z.infer<typeof changeCustomCategory.body>

export const orderCustomCategories = route({
  method: 'put',
  path: '/api/custom-field-categories/order',
  summary: 'Puts the categories into an order',
  body: z.strictObject({ ids: z.array(id).max(MOST_FIELDS) }),
  answer: z.object({}),
})

export const deleteCustomCategory = route({
  method: 'delete',
  path: '/api/custom-field-categories/{id}',
  summary: 'Deletes a category with its fields and all their values; its change set can be undone',
  params: idParams,
  answer: changedSchema,
})

export const createCustomField = route({
  method: 'post',
  path: '/api/custom-fields',
  summary: 'Adds a field, at the end of its category',
  body: z.strictObject({
    categoryId: id,
    name: nameSchema,
    kind: z.enum(CUSTOM_KINDS),
    required: z.boolean().optional(),
    /** For the kinds that choose; at least one is needed there. */
    options: z.array(nameSchema).max(MOST_OPTIONS).optional(),
  }),
  answer: z.object({ id }),
})
export type NewField = z.infer<typeof createCustomField.body>

export const changeCustomField = route({
  method: 'patch',
  path: '/api/custom-fields/{id}',
  summary: 'Changes what a field is called, whether it is required, its category and its options',
  params: idParams,
  body: z.strictObject({
    name: nameSchema.optional(),
    required: z.boolean().optional(),
    categoryId: id.optional(),
    /** In order: those with an id are renamed, those without are new; any that is not named stays, at the end. */
    options: z
      .array(z.strictObject({ id: id.optional(), name: nameSchema }))
      .max(MOST_OPTIONS)
      .optional(),
    /** Taken away, also from the clients that have them. */
    removedOptions: z.array(id).max(MOST_OPTIONS).optional(),
  }),
  /** The set by which it can be undone, where something changed, and how many values went with options. */
  answer: z.object({ changeSet: id.nullable(), values: z.int() }),
})
export type FieldChanges = z.infer<typeof changeCustomField.body>

export const orderCustomFields = route({
  method: 'put',
  path: '/api/custom-field-categories/{id}/order',
  summary: 'Puts the fields of a category into an order',
  params: idParams,
  body: z.strictObject({ ids: z.array(id).max(MOST_FIELDS) }),
  answer: z.object({}),
})

export const deleteCustomField = route({
  method: 'delete',
  path: '/api/custom-fields/{id}',
  summary: 'Deletes a field with all its values; its change set can be undone',
  params: idParams,
  answer: changedSchema,
})

export const countCustomValues = route({
  method: 'get',
  path: '/api/custom-fields/{id}/values',
  summary: 'How many clients have a value in a field, and how many have each of its options',
  params: idParams,
  answer: z.object({ values: z.int(), options: z.array(z.object({ id, values: z.int() })) }),
})

const lostSchema = z.object({ value: z.string(), clients: z.int() })

export const previewConversion = route({
  method: 'get',
  path: '/api/custom-fields/{id}/conversion',
  summary: 'What would become of the values of a field if it were of another kind',
  params: idParams.extend({ kind: z.enum(CUSTOM_KINDS) }),
  answer: z.object({
    /** Values that stay, be it written otherwise. */
    kept: z.int(),
    /** Values that cannot be of that kind and would go. */
    lost: z.int(),
    /** The first of these, the most frequent first. */
    examples: z.array(lostSchema),
    /** Options that would be made of what was typed. */
    newOptions: z.array(z.string()),
  }),
})
export type Conversion = z.infer<typeof previewConversion.answer>

export const convertCustomField = route({
  method: 'post',
  path: '/api/custom-fields/{id}/conversion',
  summary: 'Makes a field one of another kind; its change set can be undone',
  params: idParams,
  body: z.strictObject({
    kind: z.enum(CUSTOM_KINDS),
    /** How many values may go; refused as a conflict when it would be others by now. */
    lost: z.int().min(0),
  }),
  answer: changedSchema,
})

import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import { CUSTOM_KINDS, type CustomKind } from '#features/custom-fields/custom-field.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import type { NameInLanguages } from '#kernel/language.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'
import { firms } from './firm-tables.ts'

/** Set once it was deleted: no client has a value there any more, but it may come back with those it had. */
const deletedAt = () => timestamp('deleted_at', { withTimezone: true, mode: 'string' })

const name = () => jsonb('name').$type<NameInLanguages>().notNull()

/** Groups of fields that a firm adds to its clients. */
export const customFieldCategories = pgTable(
  'custom_field_categories',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: name(),
    description: text('description').notNull().default(''),
    /** Its fields are columns of *Voir tous les clients*. */
    isListed: boolean('is_listed').notNull().default(true),
    /** The clients that its fields are for; null: every client. */
    criteria: jsonb('criteria').$type<Filter>(),
    position: smallint('position').notNull().default(0),
    deletedAt: deletedAt(),
  },
  table => [primaryKey({ columns: [table.firmId, table.id] }), ofThisFirm()],
)

/** Fields that a firm adds to its clients. */
export const customFields = pgTable(
  'custom_fields',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    categoryId: integer('category_id').notNull(),
    name: name(),
    kind: text('kind').$type<CustomKind>().notNull(),
    required: boolean('required').notNull().default(false),
    position: smallint('position').notNull().default(0),
    deletedAt: deletedAt(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({
      columns: [table.firmId, table.categoryId],
      foreignColumns: [customFieldCategories.firmId, customFieldCategories.id],
    }),
    index('custom_fields_of_category').on(table.firmId, table.categoryId),
    check('custom_fields_kind', sql.raw(`kind IN (${CUSTOM_KINDS.map(kind => `'${kind}'`).join(', ')})`)),
    ofThisFirm(),
  ],
)

/** What a field with choices can be. */
export const customFieldOptions = pgTable(
  'custom_field_options',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    fieldId: integer('field_id').notNull(),
    name: name(),
    position: smallint('position').notNull().default(0),
    deletedAt: deletedAt(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({
      columns: [table.firmId, table.fieldId],
      foreignColumns: [customFields.firmId, customFields.id],
    }),
    index('custom_field_options_of_field').on(table.firmId, table.fieldId),
    ofThisFirm(),
  ],
)

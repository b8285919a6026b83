import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { users } from '#features/firm/server/firm-tables.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'
import type { Pictogram } from '../pictograms.ts'
import type { SavedFilter } from '../saved-filters-api.ts'

/**
 * Named combinations of filters. Content is `json`, not `jsonb`: it is read whole, and a value that somebody filters
 * by may hold what `jsonb` refuses, such as NUL.
 */
export const savedFilters = pgTable(
  'saved_filters',
  {
    firmId: firmId(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    ownerId: integer('owner_id').notNull(),
    name: text('name').notNull(),
    icon: text('icon').$type<Pictogram>().notNull(),
    filter: json('filter').$type<Filter>().notNull(),
    shared: boolean('shared').notNull(),
    view: json('view').$type<NonNullable<SavedFilter['view']>>(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({ columns: [table.firmId, table.ownerId], foreignColumns: [users.firmId, users.id] }),
    uniqueIndex('saved_filters_name').on(table.firmId, table.ownerId, sql`fold_text(name)`),
    index('saved_filters_shared').on(table.firmId).where(sql`shared`),
    ofThisFirm(),
  ],
)

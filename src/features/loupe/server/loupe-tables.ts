import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
import { firms } from '#features/firm/server/firm-tables.ts'
import type { Text } from '#kernel/language.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'
import type { InstitutionLink } from '../loupe-api.ts'

/** The institutions whose page about a client a firm can open; see `InstitutionLink` for what an address holds. */
export const institutionLinks = pgTable(
  'institution_links',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: jsonb('name').$type<Text>().notNull(),
    url: text('url').notNull(),
    needs: text('needs').$type<InstitutionLink['needs']>().notNull(),
    languages: text('languages').array().notNull(),
    position: smallint('position').notNull(),
    /** Kept, but offered nowhere. */
    hidden: boolean('hidden').notNull().default(false),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    check('institution_links_url', sql`url ~* '^https?://'`),
    check('institution_links_needs', sql`needs IN ('enterpriseNumber', 'vatNumber', 'nothing')`),
    ofThisFirm(),
  ],
)

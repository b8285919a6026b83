import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { FirmRole, Preferences } from '#features/sign-in/sign-in-api.ts'
import type { Language, Text } from '#kernel/language.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'

/** The tenants. `fictional` marks a firm of demonstration data. */
export const firms = pgTable(
  'firms',
  {
    firmId: integer('firm_id').primaryKey().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
    fictional: boolean('fictional').notNull().default(false),
    enterpriseNumber: text('enterprise_number'),
    email: text('email'),
    phone: text('phone'),
    street: text('street'),
    postalCode: text('postal_code'),
    city: text('city'),
    country: text('country'),
    /** Those that the firm works in, its own first. */
    languages: text('languages').array().$type<Language[]>().notNull().default(sql`'{fr,nl,de,en}'`),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    /** Raised by triggers whenever a list changes that the fields of clients are made of. */
    catalogueVersion: integer('catalogue_version').notNull().default(0),
    /** Raised by every change set that is applied, as the last thing in its transaction: the cursor of the live feed. */
    changeVersion: bigint('change_version', { mode: 'number' }).notNull().default(0),
  },
  () => [ofThisFirm()],
)

/** The members of a firm; the sign-in of one, if it has any, points here. */
export const users = pgTable(
  'users',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role').$type<FirmRole>().notNull(),
    active: boolean('active').notNull().default(true),
    /** Null while the invitation has not been accepted; until then nobody has ever worked as this user. */
    joinedAt: timestamp('joined_at', { withTimezone: true, mode: 'string' }).defaultNow(),
    preferences: jsonb('preferences').$type<Partial<Preferences>>().notNull().default({}),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    check('users_role', sql`role IN ('administrator', 'manager', 'collaborator', 'readOnly')`),
    ofThisFirm(),
  ],
)

/** Where clients are filed; each client is in exactly one. */
export const portfolios = pgTable(
  'portfolios',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
    color: text('color').notNull().default('teal'),
    position: smallint('position').notNull().default(0),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    uniqueIndex('portfolios_name').on(table.firmId, sql`fold_text(name)`),
    ofThisFirm(),
  ],
)

/** Who may read, edit or manage the clients of a portfolio; administrators may manage all without a line here. */
export const portfolioMembers = pgTable(
  'portfolio_members',
  {
    firmId: firmId(),
    portfolioId: integer('portfolio_id').notNull(),
    userId: integer('user_id').notNull(),
    level: text('level').$type<'read' | 'edit' | 'manage'>().notNull(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.portfolioId, table.userId] }),
    foreignKey({
      columns: [table.firmId, table.portfolioId],
      foreignColumns: [portfolios.firmId, portfolios.id],
    }),
    foreignKey({ columns: [table.firmId, table.userId], foreignColumns: [users.firmId, users.id] }),
    check('portfolio_members_level', sql`level IN ('read', 'edit', 'manage')`),
    ofThisFirm(),
  ],
)

/** What a user can be for a client: Responsable, Assistant, Associé, and what the firm adds. */
export const assignmentRoles = pgTable(
  'assignment_roles',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    code: text('code').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    position: smallint('position').notNull().default(0),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    unique('assignment_roles_code').on(table.firmId, table.code),
    ofThisFirm(),
  ],
)

/** Kinds of mail that a client can be sent or spared. */
export const mailCategories = pgTable(
  'mail_categories',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    code: text('code').notNull(),
    name: jsonb('name').$type<Text>().notNull(),
    position: smallint('position').notNull().default(0),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    unique('mail_categories_code').on(table.firmId, table.code),
    ofThisFirm(),
  ],
)

/** Coloured tags on clients. */
export const labels = pgTable(
  'labels',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
    color: text('color').notNull(),
    /** Set once it was deleted or merged into another: it is on no client and offered nowhere, but may come back. */
    deletedAt: timestamp('deleted_at', { withTimezone: true, mode: 'string' }),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    uniqueIndex('labels_name').on(table.firmId, sql`fold_text(name)`).where(sql`deleted_at IS NULL`),
    ofThisFirm(),
  ],
)

/** The firm's invoice templates, by name. */
export const invoiceFormats = pgTable(
  'invoice_formats',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    unique('invoice_formats_name').on(table.firmId, table.name),
    ofThisFirm(),
  ],
)

import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { customFields } from '#features/firm/server/custom-field-tables.ts'
import {
  assignmentRoles,
  firms,
  invoiceFormats,
  labels,
  mailCategories,
  portfolios,
  users,
} from '#features/firm/server/firm-tables.ts'
import { firmId, ofThisFirm } from '#platform/db/firm-table.ts'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Folded text (see `foldText` in the kernel), kept beside its original so that comparing and sorting is cheap. */
const foldedText = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })

const folded = (original: string) =>
  foldedText(`${original}_folded`).generatedAlwaysAs(sql`fold_text(${sql.identifier(original)})`)

const checked = (number: 'enterprise_number' | 'vat_number') =>
  boolean(`${number}_valid`).generatedAlwaysAs(sql.raw(`is_right_${number}(${number})`))

const oneOf = (column: string, values: readonly string[]) =>
  check(`clients_${column}`, sql.raw(`${column} IN (${values.map(value => `'${value}'`).join(', ')})`))

/** The clients of a firm, with every field of which a client has one. Days of a year are kept as `MM-DD`. */
export const clients = pgTable(
  'clients',
  {
    firmId: firmId().references(() => firms.firmId),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    portfolioId: integer('portfolio_id').notNull(),
    name: text('name').notNull(),
    nameFolded: folded('name').notNull(),
    kind: text('kind').notNull(),
    legalForm: text('legal_form'),
    enterpriseNumber: text('enterprise_number'),
    vatNumber: text('vat_number'),
    /** AES-256-GCM; the key is outside the database. */
    nationalNumberCiphertext: bytea('national_number_ciphertext'),
    /** Keyed hash, by which the whole number finds its client. */
    nationalNumberHash: bytea('national_number_hash'),
    nationalNumberValid: boolean('national_number_valid'),
    language: text('language'),
    closingDay: text('closing_day'),
    generalMeetingDay: text('general_meeting_day'),
    clientSince: date('client_since'),
    clientUntil: date('client_until'),
    deactivatedOn: date('deactivated_on'),
    vatStatus: text('vat_status'),
    vatDeduction: text('vat_deduction'),
    riskLevel: text('risk_level'),
    assessedOn: date('assessed_on'),
    nextReview: date('next_review'),
    pep: boolean('pep'),
    engagementLetterOn: date('engagement_letter_on'),
    uboConfirmedOn: date('ubo_confirmed_on'),
    identityCardValidUntil: date('identity_card_valid_until'),
    billedToId: integer('billed_to_id'),
    billingMode: text('billing_mode'),
    flatAmount: numeric('flat_amount', { precision: 12, scale: 2 }),
    invoiceFormatId: integer('invoice_format_id'),
    portalState: text('portal_state').notNull().default('none'),
    portalForms: boolean('portal_forms'),
    /** What the search box looks into: squashed name, enterprise and VAT number, a line each. */
    searchText: foldedText('search_text').generatedAlwaysAs(
      sql`squash_text(name) || E'\\n' || coalesce(enterprise_number, '') || E'\\n' || lower(coalesce(vat_number, ''))`,
    ),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    /** Set while the client is in the bin. */
    deletedAt: timestamp('deleted_at', { withTimezone: true, mode: 'string' }),
    /** Whether a number is right by its own check; one that is not may have been kept all the same. */
    enterpriseNumberValid: checked('enterprise_number'),
    vatNumberValid: checked('vat_number'),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.id] }),
    foreignKey({
      columns: [table.firmId, table.portfolioId],
      foreignColumns: [portfolios.firmId, portfolios.id],
    }),
    foreignKey({ columns: [table.firmId, table.billedToId], foreignColumns: [table.firmId, table.id] }),
    foreignKey({
      columns: [table.firmId, table.invoiceFormatId],
      foreignColumns: [invoiceFormats.firmId, invoiceFormats.id],
    }),
    uniqueIndex('clients_enterprise_number')
      .on(table.firmId, table.enterpriseNumber)
      .where(sql`deleted_at IS NULL`),
    // The members of a VAT group share the group's number.
    uniqueIndex('clients_vat_number')
      .on(table.firmId, table.vatNumber)
      .where(sql`deleted_at IS NULL AND vat_status IS DISTINCT FROM 'vatGroup'`),
    uniqueIndex('clients_national_number')
      .on(table.firmId, table.nationalNumberHash)
      .where(sql`deleted_at IS NULL`),
    index('clients_by_portfolio').on(table.firmId, table.portfolioId).where(sql`deleted_at IS NULL`),
    index('clients_by_name').on(table.firmId, table.nameFolded, table.id),
    index('clients_search').using('gin', sql`search_text gin_trgm_ops`),
    oneOf('kind', ['legal', 'selfEmployed', 'private', 'noPersonality']),
    oneOf('portal_state', ['none', 'invited', 'active', 'blocked']),
    ofThisFirm(),
  ],
)

/** Addresses of a client; the main one is the seat of a legal person, the domicile of a natural one. */
export const clientAddresses = pgTable(
  'client_addresses',
  {
    firmId: firmId(),
    clientId: integer('client_id').notNull(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    purpose: text('purpose').$type<'seat' | 'domicile' | 'correspondence' | 'establishment'>().notNull(),
    isMain: boolean('is_main').notNull(),
    street: text('street'),
    streetFolded: folded('street'),
    postalCode: text('postal_code'),
    postalCodeFolded: folded('postal_code'),
    city: text('city'),
    cityFolded: folded('city'),
    country: text('country'),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.clientId, table.id] }),
    foreignKey({ columns: [table.firmId, table.clientId], foreignColumns: [clients.firmId, clients.id] }),
    uniqueIndex('client_addresses_main').on(table.firmId, table.clientId).where(sql`is_main`),
    ofThisFirm(),
  ],
)

/** E-mail addresses and phone numbers of a client; one of each type is the main one. */
export const clientContacts = pgTable(
  'client_contacts',
  {
    firmId: firmId(),
    clientId: integer('client_id').notNull(),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    type: text('type').$type<'email' | 'phone'>().notNull(),
    isMain: boolean('is_main').notNull(),
    value: text('value').notNull(),
    valueFolded: folded('value').notNull(),
    searchText: foldedText('search_text').generatedAlwaysAs(
      sql`CASE WHEN type = 'email' THEN squash_text(value) END`,
    ),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.clientId, table.id] }),
    foreignKey({ columns: [table.firmId, table.clientId], foreignColumns: [clients.firmId, clients.id] }),
    uniqueIndex('client_contacts_main').on(table.firmId, table.type, table.clientId).where(sql`is_main`),
    index('client_contacts_search').using('gin', sql`search_text gin_trgm_ops`),
    check('client_contacts_type', sql`type IN ('email', 'phone')`),
    ofThisFirm(),
  ],
)

/**
 * What a client has in the fields that the firm has made, each value in the column of its kind and all others null; a
 * client without a value has no row.
 */
export const clientCustomValues = pgTable(
  'client_custom_values',
  {
    firmId: firmId(),
    fieldId: integer('field_id').notNull(),
    clientId: integer('client_id').notNull(),
    text: text('text'),
    textFolded: folded('text'),
    number: numeric('number'),
    day: date('day'),
    flag: boolean('flag'),
    /** A user, a client or an option of the field. */
    reference: integer('reference'),
    /** Options of the field, in ascending order. */
    members: integer('members').array(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.fieldId, table.clientId] }),
    foreignKey({ columns: [table.firmId, table.clientId], foreignColumns: [clients.firmId, clients.id] }),
    foreignKey({
      columns: [table.firmId, table.fieldId],
      foreignColumns: [customFields.firmId, customFields.id],
    }),
    index('client_custom_values_of_client').on(table.firmId, table.clientId),
    check('client_custom_values_one', sql`num_nonnulls(text, number, day, flag, reference, members) = 1`),
    ofThisFirm(),
  ],
)

/** Who in the firm does what for a client. */
export const clientAssignments = pgTable(
  'client_assignments',
  {
    firmId: firmId(),
    roleId: integer('role_id').notNull(),
    clientId: integer('client_id').notNull(),
    userId: integer('user_id').notNull(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.roleId, table.clientId] }),
    foreignKey({ columns: [table.firmId, table.clientId], foreignColumns: [clients.firmId, clients.id] }),
    foreignKey({
      columns: [table.firmId, table.roleId],
      foreignColumns: [assignmentRoles.firmId, assignmentRoles.id],
    }),
    foreignKey({ columns: [table.firmId, table.userId], foreignColumns: [users.firmId, users.id] }),
    index('client_assignments_of_client').on(table.firmId, table.clientId),
    ofThisFirm(),
  ],
)

export const clientLabels = pgTable(
  'client_labels',
  {
    firmId: firmId(),
    clientId: integer('client_id').notNull(),
    labelId: integer('label_id').notNull(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.clientId, table.labelId] }),
    foreignKey({ columns: [table.firmId, table.clientId], foreignColumns: [clients.firmId, clients.id] }),
    foreignKey({ columns: [table.firmId, table.labelId], foreignColumns: [labels.firmId, labels.id] }),
    ofThisFirm(),
  ],
)

/** Whether a client gets the mails of a category; no line means that nobody has said. */
export const clientMailPreferences = pgTable(
  'client_mail_preferences',
  {
    firmId: firmId(),
    categoryId: integer('category_id').notNull(),
    clientId: integer('client_id').notNull(),
    wanted: boolean('wanted').notNull(),
  },
  table => [
    primaryKey({ columns: [table.firmId, table.categoryId, table.clientId] }),
    foreignKey({ columns: [table.firmId, table.clientId], foreignColumns: [clients.firmId, clients.id] }),
    foreignKey({
      columns: [table.firmId, table.categoryId],
      foreignColumns: [mailCategories.firmId, mailCategories.id],
    }),
    index('client_mail_preferences_of_client').on(table.firmId, table.clientId),
    ofThisFirm(),
  ],
)

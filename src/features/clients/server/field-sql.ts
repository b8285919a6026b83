import { type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { Day } from '#kernel/day.ts'
import type { FieldKind } from '#kernel/fields/field.ts'
import type { ClientField, Storage } from '../fields/client-field.ts'
import { clientAddresses, clients } from './client-tables.ts'

/** A field in SQL: an expression over `clients AS c` and, where its value is kept in another table, the row there. */
export interface FieldSql {
  value: SQL
  /** The folded twin of a text, where one is stored. */
  folded?: SQL
  /** Whether a value that is there is right by its own check; for the kinds that can be kept although wrong. */
  valid?: SQL
  /** The name of what an id stands for, by which it is shown and sorted. */
  name?: SQL
  satellite?: Satellite
}

/** A row that a client may have once in another table, under an alias of its own. */
export interface Satellite {
  alias: string
  /** The table and its alias. */
  table: SQL
  /** Which of its rows is the one of `c`. */
  isOfClient: SQL
}

export interface SqlContext {
  firmId: number
  today: Day
  /** Every portfolio that the user may read: a client elsewhere is not told of, not even by its number. */
  readablePortfolios: readonly number[]
}

/** Where the value of a field comes from. */
export function fieldSql(
  { stored, kind }: Pick<ClientField, 'stored' | 'kind'>,
  context: SqlContext,
): FieldSql {
  switch (stored.in) {
    case 'client':
      return clientColumn(stored.column, context)
    case 'address':
      return {
        value: sql`address.${column(clientAddresses[stored.column].name)}`,
        ...(stored.column === 'country'
          ? {}
          : { folded: sql`address.${column(`${clientAddresses[stored.column].name}_folded`)}` }),
        satellite: satellite('address', 'client_addresses', sql`address.is_main`, context),
      }
    case 'contact': {
      const alias = sql.identifier(stored.type)
      const isMain = sql`${alias}.is_main AND ${alias}.type = ${literal(stored.type)}`
      return {
        value: sql`${alias}.value`,
        folded: sql`${alias}.value_folded`,
        satellite: satellite(stored.type, 'client_contacts', isMain, context),
      }
    }
    case 'assignment': {
      const alias = `role_${stored.roleId}`
      const role = sql`${sql.identifier(alias)}.role_id = ${stored.roleId}`
      return {
        value: sql`${sql.identifier(alias)}.user_id`,
        satellite: satellite(alias, 'client_assignments', role, context),
      }
    }
    case 'mailPreference': {
      const alias = `mail_${stored.categoryId}`
      const category = sql`${sql.identifier(alias)}.category_id = ${stored.categoryId}`
      return {
        value: sql`${sql.identifier(alias)}.wanted`,
        satellite: satellite(alias, 'client_mail_preferences', category, context),
      }
    }
    case 'custom':
      return customValue(stored, kind, context)
    case 'labels':
      return {
        value: sql`(SELECT array_agg(tag.label_id ORDER BY tag.label_id) FROM client_labels tag WHERE tag.firm_id = ${context.firmId} AND tag.client_id = c.id)`,
      }
    case 'bin':
      return { value: sql`(c.deleted_at IS NOT NULL)` }
    case 'active':
      return {
        value: sql`(c.deactivated_on IS NULL AND (c.client_until IS NULL OR c.client_until >= ${context.today}::date))`,
      }
  }
}

/** The members of a set in SQL, a row for each of a client. */
export interface MembersSql {
  member: SQL
  satellite: Satellite
  /** Which clients have members that pass a test, and how many of them. */
  clientsWith(test: SQL, count: number): SQL
}

/** Where the members of a field that holds a set come from. */
export function membersSql({ stored }: Pick<ClientField, 'stored'>, context: SqlContext): MembersSql {
  const { table, which, member } =
    stored.in === 'custom'
      ? {
          table: sql`(SELECT own.firm_id, own.field_id, own.client_id, unnest(own.members) AS member FROM client_custom_values own)`,
          which: sql`tag.field_id = ${stored.fieldId}`,
          member: sql`tag.member`,
        }
      : { table: sql`client_labels`, which: sql`true`, member: sql`tag.label_id` }
  const rows = sql`${table} tag`
  const ofField = sql`tag.firm_id = ${context.firmId} AND ${which}`
  return {
    member,
    satellite: { alias: 'tag', table: rows, isOfClient: sql`${ofField} AND tag.client_id = c.id` },
    clientsWith: (test, count) => sql`(
      SELECT tag.client_id FROM ${rows} WHERE ${ofField} AND ${test}
      GROUP BY tag.client_id HAVING count(*) = ${count}::integer)`,
  }
}

/** The joins that the values of several fields need, each once. */
export function joinsOf(fields: Iterable<Pick<FieldSql, 'satellite'>>): SQL {
  const byAlias = new Map<string, SQL>()
  for (const { satellite } of fields) {
    if (satellite) byAlias.set(satellite.alias, sql`LEFT JOIN ${satellite.table} ON ${satellite.isOfClient}`)
  }
  return sql.join([...byAlias.values()], sql` `)
}

/**
 * True for the clients that have a value which passes a test, false for all others, never unknown. Needs no join: to
 * look clients up in the set of those that pass is cheaper than to join every client with its value.
 */
export const passes = ({ satellite }: FieldSql, test: SQL): SQL =>
  satellite
    ? sql`EXISTS (SELECT FROM ${satellite.table} WHERE ${satellite.isOfClient} AND ${test})`
    : sql`((${test}) IS TRUE)`

function clientColumn(property: string, context: SqlContext): FieldSql {
  if (property === 'billedToId') return payer(context)
  if (property === 'nationalNumber') {
    return { value: sql`c.national_number_ciphertext`, valid: sql`c.national_number_valid` }
  }
  const value = sql`c.${column(columnName(property))}`
  if (property === 'name') return { value, folded: sql`c.name_folded` }
  if (`${property}Valid` in clients) return { value, valid: sql`c.${column(columnName(`${property}Valid`))}` }
  return { value }
}

function customValue(
  { fieldId, column: name }: Storage & { in: 'custom' },
  kind: FieldKind,
  context: SqlContext,
): FieldSql {
  const alias = `custom_${fieldId}`
  const own = sql.identifier(alias)
  const which = sql`${own}.field_id = ${fieldId}`
  const kept = {
    value: sql`${own}.${column(name)}`,
    satellite: satellite(alias, 'client_custom_values', which, context),
  }
  if (kind === 'client') return namedClient(kept, context)
  return name === 'text' ? { ...kept, folded: sql`${own}.text_folded` } : kept
}

/** A client that another one names, with its name: nobody, if this user may not know of it. */
function namedClient(
  { value, satellite: one }: Required<Pick<FieldSql, 'value' | 'satellite'>>,
  context: SqlContext,
): FieldSql {
  const alias = `${one.alias}_client`
  const other = sql.identifier(alias)
  return {
    value: sql`${other}.id`,
    name: sql`${other}.name`,
    satellite: {
      alias,
      table: sql`(${one.table} JOIN clients ${other} ON ${isReadable(other, context)} AND ${other}.id = ${value})`,
      isOfClient: one.isOfClient,
    },
  }
}

const isReadable = (client: SQLChunk, { firmId, readablePortfolios }: SqlContext): SQL =>
  sql`${client}.firm_id = ${firmId} AND ${client}.deleted_at IS NULL
    AND ${client}.portfolio_id = ANY(${sql.param(readablePortfolios)}::integer[])`

function payer(context: SqlContext): FieldSql {
  return {
    value: sql`payer.id`,
    name: sql`payer.name`,
    satellite: {
      alias: 'payer',
      table: sql`clients payer`,
      isOfClient: sql`payer.id = c.billed_to_id AND ${isReadable(sql.identifier('payer'), context)}`,
    },
  }
}

function columnName(property: string): string {
  const found = Object.entries(clients).find(([name]) => name === property)?.[1]
  if (!found || typeof found !== 'object' || !('name' in found))
    throw new Error(`No column clients.${property}`)
  return String(found.name)
}

function satellite(alias: string, table: string, which: SQL, { firmId }: SqlContext): Satellite {
  const name = sql.identifier(alias)
  return {
    alias,
    table: sql`${sql.identifier(table)} ${name}`,
    isOfClient: sql`${name}.firm_id = ${firmId} AND ${name}.client_id = c.id AND ${which}`,
  }
}

const column = (name: string): SQLChunk => sql.identifier(name)

/** A word of ours inside a statement; what users type always goes as a parameter. */
const literal = (word: string): SQL => sql.raw(`'${word.replaceAll("'", "''")}'`)

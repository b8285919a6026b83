import { type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { Day } from '#kernel/day.ts'
import type { Storage } from '../client-fields.ts'
import { clientAddresses, clients } from './client-tables.ts'

/** A field in SQL: an expression over `clients AS c` and the tables that it needs joined. */
export interface FieldSql {
  value: SQL
  /** The folded twin of a text, where one is stored. */
  folded?: SQL
  joins: readonly Join[]
}

/** A join with at most one row per client, under an alias of its own. */
export interface Join {
  alias: string
  sql: SQL
}

export interface SqlContext {
  firmId: number
  today: Day
}

/** Where the value of a field comes from. */
export function fieldSql(stored: Storage, context: SqlContext): FieldSql {
  switch (stored.in) {
    case 'client':
      return clientColumn(stored.column)
    case 'address':
      return {
        value: sql`address.${column(clientAddresses[stored.column].name)}`,
        ...(stored.column === 'country'
          ? {}
          : { folded: sql`address.${column(`${clientAddresses[stored.column].name}_folded`)}` }),
        joins: [join('address', 'client_addresses', sql`address.is_main`, context)],
      }
    case 'contact': {
      const alias = sql.identifier(stored.type)
      return {
        value: sql`${alias}.value`,
        folded: sql`${alias}.value_folded`,
        joins: [
          join(
            stored.type,
            'client_contacts',
            sql`${alias}.is_main AND ${alias}.type = ${literal(stored.type)}`,
            context,
          ),
        ],
      }
    }
    case 'assignment':
      return satellite(
        `role_${stored.roleId}`,
        'client_assignments',
        'role_id',
        stored.roleId,
        'user_id',
        context,
      )
    case 'mailPreference':
      return satellite(
        `mail_${stored.categoryId}`,
        'client_mail_preferences',
        'category_id',
        stored.categoryId,
        'wanted',
        context,
      )
    case 'labels':
      return {
        value: sql`(SELECT array_agg(tag.label_id ORDER BY tag.label_id) FROM client_labels tag WHERE tag.firm_id = ${context.firmId} AND tag.client_id = c.id)`,
        joins: [],
      }
    case 'active':
      return {
        value: sql`(c.deactivated_on IS NULL AND (c.client_until IS NULL OR c.client_until >= ${context.today}::date))`,
        joins: [],
      }
  }
}

/** The joins of several fields, each once. */
export function joinsOf(fields: Iterable<FieldSql>): SQL {
  const byAlias = new Map<string, SQL>()
  for (const field of fields) for (const { alias, sql: join } of field.joins) byAlias.set(alias, join)
  return sql.join([...byAlias.values()], sql` `)
}

function clientColumn(property: string): FieldSql {
  if (property === 'nationalNumber') return { value: sql`c.national_number_ciphertext`, joins: [] }
  const value = sql`c.${column(columnName(property))}`
  if (property === 'name') return { value, folded: sql`c.name_folded`, joins: [] }
  return { value, joins: [] }
}

function columnName(property: string): string {
  const found = Object.entries(clients).find(([name]) => name === property)?.[1]
  if (!found || typeof found !== 'object' || !('name' in found))
    throw new Error(`No column clients.${property}`)
  return String(found.name)
}

function satellite(
  alias: string,
  table: string,
  keyColumn: string,
  key: number,
  valueColumn: string,
  context: SqlContext,
): FieldSql {
  const name = sql.identifier(alias)
  return {
    value: sql`${name}.${column(valueColumn)}`,
    joins: [join(alias, table, sql`${name}.${column(keyColumn)} = ${key}`, context)],
  }
}

function join(alias: string, table: string, condition: SQL, context: SqlContext): Join {
  const name = sql.identifier(alias)
  return {
    alias,
    sql: sql`LEFT JOIN ${sql.identifier(table)} ${name} ON ${name}.firm_id = ${context.firmId} AND ${name}.client_id = c.id AND ${condition}`,
  }
}

const column = (name: string): SQLChunk => sql.identifier(name)

/** A word of ours inside a statement; what users type always goes as a parameter. */
const literal = (word: string): SQL => sql.raw(`'${word.replaceAll("'", "''")}'`)

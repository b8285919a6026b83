import { type SQL, sql } from 'drizzle-orm'
import { VAT_NUMBER_SHAPE } from '#kernel/belgium/vat-number.ts'
import { addDays } from '#kernel/day.ts'
import type { FieldKind } from '#kernel/fields/field.ts'
import { familyOf, isDateKind } from '#kernel/fields/field-kinds.ts'
import { type Condition, type Filter, groupParts, isCondition } from '#kernel/filters/filter.ts'
import { foldText } from '#kernel/text.ts'
import type { ClientField } from '../client-fields.ts'
import { type FieldSql, fieldSql, type SqlContext } from './field-sql.ts'

/** A filter as SQL: an expression that is true or false for every client, never unknown. */
export interface CompiledFilter {
  condition: SQL
  /** The fields that it reads, whose joins the statement needs. */
  uses: FieldSql[]
}

/**
 * Compiles a filter that `checkFilter` has let pass. It keeps exactly the clients that `matchesFilter` of the kernel
 * keeps. Every value becomes a parameter of the statement.
 */
export function compileFilter(
  filter: Filter,
  fields: ReadonlyMap<string, ClientField>,
  context: SqlContext,
): CompiledFilter {
  const uses: FieldSql[] = []
  const compile = (part: Filter): SQL =>
    composeFilter(part, condition => {
      const field = fields.get(condition.field)
      if (!field) return NEVER
      const stored = fieldSql(field.stored, context)
      uses.push(stored)
      if (condition.op === 'incomplete') return incomplete(field, stored, compile, context)
      return compileCondition(condition, field, stored, context)
    })
  return { condition: compile(filter), uses }
}

/** A filter as SQL, whatever its conditions are there; each must be true or false. */
export function composeFilter(filter: Filter, compileCondition: (condition: Condition) => SQL): SQL {
  if (isCondition(filter)) return compileCondition(filter)
  const [quantifier, parts] = groupParts(filter)
  const compiled = parts.map(part => composeFilter(part, compileCondition))
  if (quantifier === 'all') return compiled.length ? sql`(${sql.join(compiled, sql` AND `)})` : ALWAYS
  const some = compiled.length ? sql`(${sql.join(compiled, sql` OR `)})` : NEVER
  return quantifier === 'any' ? some : sql`NOT ${some}`
}

const NEVER = sql`false`
const ALWAYS = sql`true`

function compileCondition(
  condition: Condition,
  field: ClientField,
  stored: FieldSql,
  context: SqlContext,
): SQL {
  const family = familyOf(field)
  if (family === 'set') return compileSet(condition, stored, context)
  if (condition.op === 'empty') return sql`(${stored.value} IS NULL)`
  if (condition.op === 'notEmpty') return sql`(${stored.value} IS NOT NULL)`
  if (condition.op === 'in') return isIn(condition.value as unknown[], field, stored)
  if (condition.op === 'notIn') return sql`NOT ${isIn(condition.value as unknown[], field, stored)}`
  if (family === 'text') return compileText(condition, stored)
  if (family === 'yesNo') return sql`(${stored.value} IS ${condition.op === 'isTrue' ? ALWAYS : NEVER})`
  return compileOrdered(condition, field, stored, context)
}

function compileText({ op, value }: Condition, stored: FieldSql): SQL {
  const folded = foldedSql(stored)
  const operand = foldText(String(value))
  // PostgreSQL text holds neither NUL nor half a surrogate pair, so nothing stored can be like such an operand.
  const matches = canBeStored(operand) ? textTest(op, folded, operand) : NEVER
  return op === 'notContains' || op === 'ne' ? sql`NOT ${matches}` : matches
}

function textTest(op: Condition['op'], folded: SQL, operand: string): SQL {
  if (op === 'eq' || op === 'ne') return sql`(${folded} = ${operand}) IS TRUE`
  if (op === 'startsWith') return sql`starts_with(${folded}, ${operand}) IS TRUE`
  return sql`(strpos(${folded}, ${operand}) > 0) IS TRUE`
}

const canBeStored = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

const foldedSql = (stored: FieldSql): SQL => stored.folded ?? sql`lower(${stored.value} COLLATE "C")`

const SQL_TYPES: Readonly<Partial<Record<FieldKind, SQL>>> = {
  date: sql`date`,
  identityDocument: sql`date`,
  money: sql`numeric`,
  yesNo: sql`boolean`,
  reference: sql`integer`,
  user: sql`integer`,
  client: sql`integer`,
}

/** The type of a field's values in the database. */
const sqlType = (field: ClientField): SQL => SQL_TYPES[field.kind] ?? sql`text`

function isIn(values: unknown[], field: ClientField, stored: FieldSql): SQL {
  const isText = familyOf(field) === 'text'
  const present = values
    .filter(value => value !== null)
    .map(value => (isText ? foldText(String(value)) : value))
    .filter(value => typeof value !== 'string' || canBeStored(value))
  const among = isText ? foldedSql(stored) : stored.value
  const inList = sql`(${among} = ANY(${sql.param(present.map(String))}::${sqlType(field)}[])) IS TRUE`
  return values.includes(null) ? sql`(${stored.value} IS NULL OR ${inList})` : sql`(${inList})`
}

const COMPARISONS = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function compileOrdered(
  { op, value }: Condition,
  field: ClientField,
  stored: FieldSql,
  context: SqlContext,
): SQL {
  const compare = (sign: string, operand: unknown): SQL =>
    sql`((${stored.value} ${sql.raw(sign)} ${String(operand)}::${sqlType(field)}) IS TRUE)`
  const byte = isDateKind(field.kind) || field.kind === 'money' ? compare : compareBytes(stored)
  switch (op) {
    case 'ne':
      return sql`NOT ${byte('=', value)}`
    case 'between': {
      const [from, to] = value as [unknown, unknown]
      return sql`(${byte('>=', from)} AND ${byte('<=', to)})`
    }
    case 'today':
      return compare('=', context.today)
    case 'past':
      return compare('<', context.today)
    case 'nextDays':
      return sql`(${compare('>=', context.today)} AND ${compare('<=', addDays(context.today, Number(value)))})`
    case 'olderThanDays':
      return compare('<', addDays(context.today, -Number(value)))
    default:
      return byte(COMPARISONS[op as keyof typeof COMPARISONS], value)
  }
}

/** Days of a year compare as text, byte by byte. */
const compareBytes =
  (stored: FieldSql) =>
  (sign: string, operand: unknown): SQL =>
    sql`((${stored.value} COLLATE "C" ${sql.raw(sign)} ${String(operand)}) IS TRUE)`

function compileSet({ op, value }: Condition, stored: FieldSql, context: SqlContext): SQL {
  const missing = sql`(${stored.value} IS NULL)`
  if (op === 'empty') return missing
  if (op === 'notEmpty') return sql`NOT ${missing}`
  const values = value as (number | null)[]
  const ids = values.filter(id => id !== null)
  if (op === 'hasAll') {
    return ids.length === 0 ? ALWAYS : sql`((${stored.value} @> ${sql.param(ids)}::integer[]) IS TRUE)`
  }
  const hasOne = sql`(c.id IN (SELECT tag.client_id FROM client_labels tag WHERE tag.firm_id = ${context.firmId} AND tag.label_id = ANY(${sql.param(ids)}::integer[])))`
  const hasAny = values.includes(null) ? sql`(${missing} OR ${hasOne})` : hasOne
  return op === 'hasAny' ? hasAny : sql`NOT ${hasAny}`
}

function incomplete(
  field: ClientField,
  stored: FieldSql,
  compile: (filter: Filter) => SQL,
  context: SqlContext,
): SQL {
  if (!field.requiredFor) return NEVER
  const wrong = [
    sql`${stored.value} IS NULL`,
    ...invalidSql(field, stored),
    ...(field.expires ? [sql`(${stored.value} < ${context.today}::date) IS TRUE`] : []),
  ]
  return sql`(${compile(field.requiredFor)} AND (${sql.join(wrong, sql` OR `)}))`
}

/** What `isInvalid` of the kernel says of a value, for the kinds that can be kept although wrong. */
function invalidSql(field: ClientField, { value }: FieldSql): SQL[] {
  const wrongCheck = (digits: SQL) => sql`CASE WHEN ${digits} ~ '^[01][0-9]{9}$'
    THEN 97 - substr(${digits}, 1, 8)::integer % 97 <> substr(${digits}, 9)::integer ELSE true END`
  switch (field.kind) {
    case 'enterpriseNumber':
      return [sql`(${value} IS NOT NULL AND ${wrongCheck(value)})`]
    case 'vatNumber':
      return [
        sql`(${value} IS NOT NULL AND CASE WHEN ${value} LIKE 'BE%' THEN ${wrongCheck(sql`substr(${value}, 3)`)} ELSE ${value} !~ ${VAT_NUMBER_SHAPE} END)`,
      ]
    case 'nationalNumber':
      return [sql`c.national_number_valid IS FALSE`]
    default:
      return []
  }
}

import { type SQL, sql } from 'drizzle-orm'
import { addDays } from '#kernel/day.ts'
import type { FieldKind } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { type Condition, type Filter, groupParts, isCondition } from '#kernel/filters/filter.ts'
import { foldText } from '#kernel/text.ts'
import type { ClientField } from '../fields/client-field.ts'
import { type FieldSql, fieldSql, type MembersSql, membersSql, passes, type SqlContext } from './field-sql.ts'

/**
 * Compiles a filter that `checkFilter` has let pass to an expression that is true or false for every client, never
 * unknown. It keeps exactly the clients that `matchesFilter` of the kernel keeps. Every value becomes a parameter of
 * the statement.
 */
export function compileFilter(
  filter: Filter,
  fields: ReadonlyMap<string, ClientField>,
  context: SqlContext,
): SQL {
  const compile = (part: Filter): SQL =>
    composeFilter(part, condition => {
      const field = fields.get(condition.field)
      if (!field) return NEVER
      const stored = fieldSql(field, context)
      if (condition.op === 'incomplete') return incomplete(field, stored, compile, context)
      return compileCondition(condition, field, stored, context)
    })
  return compile(filter)
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
  if (family === 'set') return compileSet(condition, membersSql(field, context))
  if (condition.op === 'empty') return sql`NOT ${isThere(stored)}`
  if (condition.op === 'notEmpty') return isThere(stored)
  if (condition.op === 'in') return isIn(condition.value as unknown[], field, stored)
  if (condition.op === 'notIn') return sql`NOT ${isIn(condition.value as unknown[], field, stored)}`
  if (family === 'text') return compileText(condition, stored)
  if (family === 'yesNo') {
    return passes(stored, condition.op === 'isTrue' ? stored.value : sql`NOT ${stored.value}`)
  }
  return compileOrdered(condition, field, stored, context)
}

const isThere = (stored: FieldSql): SQL => passes(stored, sql`${stored.value} IS NOT NULL`)

function compileText({ op, value }: Condition, stored: FieldSql): SQL {
  const operand = foldText(String(value))
  // PostgreSQL text holds neither NUL nor half a surrogate pair, so nothing stored can be like such an operand.
  const matches = canBeStored(operand) ? passes(stored, textTest(op, foldedSql(stored), operand)) : NEVER
  return op === 'notContains' || op === 'ne' ? sql`NOT ${matches}` : matches
}

function textTest(op: Condition['op'], folded: SQL, operand: string): SQL {
  if (op === 'eq' || op === 'ne') return sql`${folded} = ${operand}`
  if (op === 'startsWith') return sql`starts_with(${folded}, ${operand})`
  return sql`strpos(${folded}, ${operand}) > 0`
}

const canBeStored = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

const foldedSql = (stored: FieldSql): SQL => stored.folded ?? sql`lower(${stored.value} COLLATE "C")`

const SQL_TYPES: Readonly<Partial<Record<FieldKind, SQL>>> = {
  date: sql`date`,
  identityDocument: sql`date`,
  number: sql`numeric`,
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
  const isOne = passes(stored, isOneOf(among, present.map(String), sqlType(field)))
  return values.includes(null) ? sql`(NOT ${isThere(stored)} OR ${isOne})` : isOne
}

/** PostgreSQL estimates and tests a plain comparison better than an array of one. */
const isOneOf = (value: SQL, among: readonly string[], type: SQL): SQL =>
  among.length === 1
    ? sql`${value} = ${among[0]}::${type}`
    : sql`${value} = ANY(${sql.param(among)}::${type}[])`

const COMPARISONS = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const

function compileOrdered(
  { op, value }: Condition,
  field: ClientField,
  stored: FieldSql,
  context: SqlContext,
): SQL {
  const type = sqlType(field)
  // Days of a year compare as text, byte by byte.
  const among = field.kind === 'dayOfYear' ? sql`${stored.value} COLLATE "C"` : stored.value
  const compare = (sign: string, operand: unknown): SQL =>
    sql`${among} ${sql.raw(sign)} ${String(operand)}::${type}`
  const isWithin = (from: unknown, to: unknown): SQL => sql`${compare('>=', from)} AND ${compare('<=', to)}`
  switch (op) {
    case 'ne':
      return sql`NOT ${passes(stored, compare('=', value))}`
    case 'between': {
      const [from, to] = value as [unknown, unknown]
      return passes(stored, isWithin(from, to))
    }
    case 'today':
      return passes(stored, compare('=', context.today))
    case 'past':
      return passes(stored, compare('<', context.today))
    case 'nextDays':
      return passes(stored, isWithin(context.today, addDays(context.today, Number(value))))
    case 'olderThanDays':
      return passes(stored, compare('<', addDays(context.today, -Number(value))))
    default:
      return passes(stored, compare(COMPARISONS[op as keyof typeof COMPARISONS], value))
  }
}

function compileSet({ op, value }: Condition, members: MembersSql): SQL {
  const { member, satellite } = members
  const has = (test: SQL) =>
    sql`EXISTS (SELECT FROM ${satellite.table} WHERE ${satellite.isOfClient} AND ${test})`
  const hasOneAtAll = has(ALWAYS)
  if (op === 'empty') return sql`NOT ${hasOneAtAll}`
  if (op === 'notEmpty') return hasOneAtAll
  const values = [...new Set(value as (number | null)[])]
  const ids = values.filter(id => id !== null)
  const isOne = sql`${member} = ANY(${sql.param(ids)}::integer[])`
  if (op === 'hasAll')
    return ids.length === 0 ? ALWAYS : sql`(c.id IN ${members.clientsWith(isOne, ids.length)})`
  const hasOne = has(isOne)
  const hasAny = values.includes(null) ? sql`(NOT ${hasOneAtAll} OR ${hasOne})` : hasOne
  return op === 'hasAny' ? hasAny : sql`NOT ${hasAny}`
}

/** A required value that is missing, wrong by its own check, or expired. */
function incomplete(
  field: ClientField,
  stored: FieldSql,
  compile: (filter: Filter) => SQL,
  context: SqlContext,
): SQL {
  if (!field.requiredFor) return NEVER
  const { value, valid } = stored
  const isRight = [
    sql`${value} IS NOT NULL`,
    ...(valid ? [valid] : []),
    ...(field.expires ? [sql`${value} >= ${context.today}::date`] : []),
  ]
  return sql`(${compile(field.requiredFor)} AND NOT ${passes(stored, sql.join(isRight, sql` AND `))})`
}

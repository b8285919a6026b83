import type { FieldProblem } from '../app-error.ts'
import type { Field, FieldsById } from '../fields/field.ts'
import { familyOf, isUnknownChoice, meaningOf, operatorsOf } from '../fields/field-kinds.ts'
import { notationOf } from '../fields/notation.ts'
import {
  type Condition,
  type Filter,
  filterDepth,
  groupParts,
  isCondition,
  MAX_FILTER_CONDITIONS,
  MAX_FILTER_DEPTH,
} from './filter.ts'
import { valueShape } from './value-shape.ts'

const MAX_TEXT_LENGTH = 10_240
const MAX_LIST_LENGTH = 10_000
const MAX_DAYS = 36_500

/** What is wrong with a filter, at most one problem per condition; an empty list means that it can be used. */
export function checkFilter(filter: Filter, fields: FieldsById): FieldProblem[] {
  const depth = filterDepth(filter)
  if (depth > MAX_FILTER_DEPTH) return [tooMuch('tooDeep', depth, MAX_FILTER_DEPTH)]
  const placed = placedConditions(filter, 'filter')
  if (placed.length > MAX_FILTER_CONDITIONS) {
    return [tooMuch('tooManyConditions', placed.length, MAX_FILTER_CONDITIONS)]
  }
  return placed.flatMap(one => checkCondition(one, fields))
}

const tooMuch = (problem: string, value: number, accepted: number): FieldProblem => ({
  path: 'filter',
  problem,
  params: { value, accepted },
})

interface PlacedCondition {
  condition: Condition
  path: string
}

function placedConditions(filter: Filter, path: string): PlacedCondition[] {
  if (isCondition(filter)) return [{ condition: filter, path }]
  const [quantifier, parts] = groupParts(filter)
  return parts.flatMap((part, index) => placedConditions(part, `${path}.${quantifier}[${index}]`))
}

function checkCondition({ condition, path }: PlacedCondition, fields: FieldsById): FieldProblem[] {
  const field = fields.get(condition.field)
  const refusal: Refusal | undefined = field
    ? refuse(condition, field)
    : { at: 'field', problem: 'unknownField' }
  if (!refusal) return []
  const { at, problem, value = condition[at], accepted } = refusal
  const params = { field: shown(condition.field), op: condition.op, value: shown(value) }
  return [
    { path: `${path}.${at}`, problem, params: accepted === undefined ? params : { ...params, accepted } },
  ]
}

/** Why a condition is refused. What is accepted is written as JSON, which reads the same in every language. */
interface Refusal {
  at: 'field' | 'op' | 'value'
  problem: 'unknownField' | 'unknownOperator' | 'unknownChoice' | 'badValue'
  /** The entry of a list that is refused. */
  value?: unknown
  accepted?: string
}

function refuse({ op, value }: Condition, field: Field): Refusal | undefined {
  const operators = operatorsOf(field)
  if (!operators.includes(op)) return { at: 'op', problem: 'unknownOperator', accepted: operators.join(', ') }
  switch (valueShape(op)) {
    case 'nothing':
      return value === undefined || value === null ? undefined : badValue(value, 'null')
    case 'days':
      return isDays(value) ? undefined : badValue(value, `0 … ${MAX_DAYS}`)
    case 'one':
      return refuseEntry(value, field)
    case 'pair':
      return refusePair(value, field)
    case 'several':
      return refuseList(value, field, op !== 'hasAll')
  }
}

const badValue = (value: unknown, accepted: string): Refusal => ({
  at: 'value',
  problem: 'badValue',
  value,
  accepted,
})

const isDays = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_DAYS

function refusePair(value: unknown, field: Field): Refusal | undefined {
  if (Array.isArray(value) && value.length === 2) return firstRefusal(value, field)
  return badValue(value, `[${notationOf(field)}, ${notationOf(field)}]`)
}

function refuseList(value: unknown, field: Field, takesNull: boolean): Refusal | undefined {
  if (!Array.isArray(value)) return badValue(value, `[${notationOf(field)}, …${takesNull ? ', null' : ''}]`)
  if (value.length > MAX_LIST_LENGTH) return badValue(value, `[… ≤ ${MAX_LIST_LENGTH}]`)
  return firstRefusal(takesNull ? value.filter(entry => entry !== null) : value, field)
}

function firstRefusal(entries: readonly unknown[], field: Field): Refusal | undefined {
  for (const entry of entries) {
    const refusal = refuseEntry(entry, field)
    if (refusal) return refusal
  }
  return undefined
}

function refuseEntry(value: unknown, field: Field): Refusal | undefined {
  if (isOfShape(value, field)) return isUnknownChoice(value, field) ? unknownChoice(value, field) : undefined
  const isTooLong = typeof value === 'string' && value.length > MAX_TEXT_LENGTH
  return badValue(value, isTooLong ? `"…" (≤ ${MAX_TEXT_LENGTH})` : notationOf(field))
}

/** Whether a value is of the type that the field compares with; a choice need not exist for that. */
function isOfShape(value: unknown, field: Field): boolean {
  switch (familyOf(field)) {
    case 'text':
      return typeof value === 'string' && value.length <= MAX_TEXT_LENGTH
    case 'yesNo':
      return typeof value === 'boolean'
    case 'choice':
    case 'set':
      return isCode(value) && (field.kind !== 'client' || meaningOf(field.kind).holds(value, field))
    default:
      return (
        isCode(value) && meaningOf(field.kind).holds(field.kind === 'money' ? String(value) : value, field)
      )
  }
}

function unknownChoice(value: unknown, field: Field): Refusal {
  const codes = (field.choices ?? []).map(choice => choice.value).join(', ')
  return { at: 'value', problem: 'unknownChoice', value, accepted: cut(codes, 200) }
}

const isCode = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}'
  return value === undefined ? '' : cut(String(value), 60)
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text

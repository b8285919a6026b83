import { isDay } from '../day.ts'
import type { Field, FieldValue } from '../fields/field.ts'
import { familyOf, isDateKind, isUnknownChoice, meaningOf } from '../fields/field-kinds.ts'
import { notationOf } from '../fields/notation.ts'
import { tidyText } from '../fields/tidy-text.ts'
import { maxLengthOf } from '../fields/value-length.ts'
import { isMissing } from '../fields/value-state.ts'
import { amountOf, centsOf } from '../money.ts'
import { readDuration, shiftDay } from './duration.ts'

/** What can be done to a value: `add` and `remove` are for members of a set, and for shifting a day by a duration. */
export const VERBS = ['set', 'clear', 'add', 'remove'] as const
export type Verb = (typeof VERBS)[number]

/** One thing to do to one field of every client of a selection. */
export interface Edit {
  field: string
  verb: Verb
  /** As the API carries it; for a day that is shifted, an ISO 8601 duration. */
  value?: unknown
}

/** What an edit makes of the value that a client has. */
export type Change = (before: FieldValue) => FieldValue

/** An edit that can be done, or what is wrong with its value: a key of a message, and what is accepted. */
export type EditReading =
  | { change: Change; warning?: 'wrongCheckDigits' }
  | { problem: string; accepted?: string }

/** The verbs of a field, in the order in which a menu offers them; none for one that cannot be edited. */
export function verbsOf(field: Field): readonly Verb[] {
  if (!field.editable) return []
  if (field.neverEmpty) return ['set']
  return canAdd(field) ? VERBS : ['set', 'clear']
}

const canAdd = (field: Field): boolean => familyOf(field) === 'set' || isDateKind(field.kind)

/** Understands an edit whose verb is one of the field's. */
export function readEdit({ verb, value }: Edit, field: Field): EditReading {
  if (verb === 'clear' || (verb === 'set' && isNothing(value))) {
    return field.neverEmpty ? { problem: 'neverEmpty' } : { change: () => null }
  }
  if (verb === 'set') return readSet(value, field)
  return familyOf(field) === 'set' ? readMembers(verb, value, field) : readShift(verb, value)
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function readSet(value: unknown, field: Field): EditReading {
  if (familyOf(field) === 'text' || field.kind === 'nationalNumber') return readTyped(value, field)
  if (familyOf(field) === 'set') return readMembers('set', value, field)
  const isHeld = isScalar(value) && meaningOf(field.kind).holds(value, field)
  if (isHeld && !isRetired(value, field)) {
    const kept = asKept(value, field)
    return { change: () => kept }
  }
  return isUnknownChoice(value, field) || isRetired(value, field)
    ? { problem: 'unknownChoice', accepted: codesOf(field) }
    : { problem: 'badValue', accepted: notationOf(field) }
}

function asKept(value: Code | boolean, { kind }: Field): FieldValue {
  if (kind === 'money') return amountOf(centsOf(String(value)) ?? 0n)
  return kind === 'number' ? Number(value) : value
}

/** What is typed as text is read as a person would have typed it, so that a number may come with its dots. */
function readTyped(value: unknown, field: Field): EditReading {
  if (typeof value !== 'string') return { problem: 'notText' }
  const text = tidyText(field.kind, value)
  if (text === '') return readEdit({ field: field.id, verb: 'clear' }, field)
  if (text.length > maxLengthOf(field.kind)) {
    return { problem: 'badValue', accepted: `≤ ${maxLengthOf(field.kind)}` }
  }
  const reading = meaningOf(field.kind).read(text, field)
  if ('problem' in reading) return reading
  const change = () => reading.value
  return reading.warning === 'wrongCheckDigits' ? { change, warning: reading.warning } : { change }
}

function readMembers(verb: Verb, value: unknown, field: Field): EditReading {
  const members = Array.isArray(value) ? value : [value]
  if (members.length === 0 || !members.every(isCode))
    return { problem: 'badValue', accepted: notationOf(field) }
  const unknown = members.find(one => isUnknownChoice(one, field))
  if (unknown !== undefined) return { problem: 'unknownChoice', accepted: codesOf(field) }
  if (verb === 'remove')
    return { change: before => toSet(membersOf(before).filter(one => !members.includes(one))) }
  return { change: before => toSet(verb === 'add' ? [...membersOf(before), ...members] : members) }
}

function readShift(verb: Verb, value: unknown): EditReading {
  const duration = readDuration(value)
  if (!duration) return { problem: 'badValue', accepted: 'P1Y, P3M, P10D' }
  const sign = verb === 'add' ? 1 : -1
  return { change: before => (isDay(before) ? (shiftDay(before, duration, sign) ?? before) : before) }
}

type Code = string | number

const isCode = (value: unknown): value is Code => typeof value === 'string' || typeof value === 'number'
const isScalar = (value: unknown): value is Code | boolean => isCode(value) || typeof value === 'boolean'

const membersOf = (value: FieldValue): readonly Code[] => (Array.isArray(value) ? value : [])

/** Members each once, in an order of their own, so that equal sets are equal values. */
function toSet(members: readonly Code[]): FieldValue {
  const set = [...new Set(members)].sort(
    (a, b) => Number(a) - Number(b) || String(a).localeCompare(String(b)),
  )
  return isMissing(set) ? null : set
}

const isRetired = (value: unknown, field: Field): boolean =>
  field.choices?.some(choice => choice.value === value && choice.retired) ?? false

const codesOf = (field: Field): string => {
  const codes = (field.choices ?? []).filter(choice => !choice.retired).map(choice => choice.value)
  return codes.length > 12 ? `${codes.slice(0, 12).join(', ')}, …` : codes.join(', ')
}

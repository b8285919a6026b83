import type { Facet } from '#features/clients/clients-api.ts'
import type { Field } from '#kernel/fields/field.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import type { Condition } from '#kernel/filters/filter.ts'

/** A value that the filter menu of a column ticks; null is *(vide)*. */
export type TickValue = Facet['value']

/** What is ticked. As long as nothing was touched, everything that the search finds is. */
export type Ticks = 'untouched' | ReadonlySet<TickValue>

/** The ticks that say the same as a column's conditions; undefined when ticks cannot say it. */
export function ticksOf(conditions: readonly Condition[]): Ticks | undefined {
  const [condition, ...others] = conditions
  if (!condition) return 'untouched'
  if (others.length > 0) return undefined
  switch (condition.op) {
    case 'in':
    case 'hasAny':
      return new Set(condition.value as TickValue[])
    case 'isTrue':
      return new Set([true])
    case 'isFalse':
      return new Set([false])
    case 'empty':
      return new Set([null])
    default:
      return undefined
  }
}

/** Up to here a condition lists what is ticked, and means the same when new values appear. */
const LONG_LIST = 1000

/**
 * The condition that keeps the clients with one of the ticked values. Of thousands, where nearly all are ticked, it
 * names the few that are not.
 */
export function conditionOfTicks(
  ticked: readonly TickValue[],
  all: readonly TickValue[],
  field: Pick<Field, 'id' | 'kind'>,
): Condition {
  const only = ticked.length === 1 ? ticked[0] : undefined
  if (only === null) return { field: field.id, op: 'empty' }
  if (only === true || only === false) return { field: field.id, op: only ? 'isTrue' : 'isFalse' }
  const isSet = familyOf(field) === 'set'
  if (!isSet && ticked.length > LONG_LIST && ticked.length > all.length / 2) {
    const isKept = new Set(ticked)
    return { field: field.id, op: 'notIn', value: all.filter(value => !isKept.has(value)) }
  }
  return { field: field.id, op: isSet ? 'hasAny' : 'in', value: [...ticked] }
}

export const isTicked = (ticks: Ticks, value: TickValue): boolean => ticks === 'untouched' || ticks.has(value)

/** Ticks or unticks one value; the first touch leaves the other values that were found as they look: ticked. */
export function withTick(ticks: Ticks, value: TickValue, found: readonly TickValue[]): Ticks {
  const ticked = new Set(ticks === 'untouched' ? found : ticks)
  if (!ticked.delete(value)) ticked.add(value)
  return ticked
}

/** Ticks all values that were found, or none of them, and leaves the others alone. */
export function withAllFound(ticks: Ticks, found: readonly TickValue[], tick: boolean): Ticks {
  if (ticks === 'untouched') return tick ? ticks : new Set()
  const ticked = new Set(ticks)
  for (const value of found) tick ? ticked.add(value) : ticked.delete(value)
  return ticked
}

/** The values that *Appliquer* keeps; `all` when that is every value, so that no condition is needed. */
export function keptValues(
  ticks: Ticks,
  all: readonly TickValue[],
  found: readonly TickValue[],
): 'all' | readonly TickValue[] {
  const kept = ticks === 'untouched' ? found : all.filter(value => ticks.has(value))
  return kept.length === all.length ? 'all' : kept
}

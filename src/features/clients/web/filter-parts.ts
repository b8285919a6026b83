import type { FieldsById } from '#kernel/fields/field.ts'
import { type Condition, type Filter, groupOf, groupParts, isCondition } from '#kernel/filters/filter.ts'
import { isEmptyFilter } from '#kernel/filters/normal-form.ts'
import { vanishedParts } from '#kernel/filters/vanished.ts'

const EVERYTHING: Filter = { all: [] }
const NOTHING: Filter = { any: [] }

/** The parts of a filter that must all hold; the foot of the list shows and lifts each by itself. */
export function partsOf(filter: Filter): readonly Filter[] {
  if ('all' in filter) return filter.all
  return isEmptyFilter(filter) ? [] : [filter]
}

/** The filter without one of its parts. */
export const withoutPart = (filter: Filter, part: Filter): Filter => ({
  all: partsOf(filter).filter(other => other !== part),
})

/**
 * The filter as it can be asked when some of its fields or choices are gone: each of those conditions keeps nobody,
 * and inside a *none* group, where that would let more clients through, it keeps everybody.
 */
export function withoutVanished(filter: Filter, fields: FieldsById): Filter {
  const vanished = new Set(vanishedParts(filter, fields))
  return vanished.size === 0 ? filter : narrowed(filter, vanished, NOTHING)
}

function narrowed(filter: Filter, vanished: ReadonlySet<Condition>, instead: Filter): Filter {
  if (isCondition(filter)) return vanished.has(filter) ? instead : filter
  const [quantifier, parts] = groupParts(filter)
  const inside = quantifier === 'none' ? opposite(instead) : instead
  return groupOf(
    quantifier,
    parts.map(part => narrowed(part, vanished, inside)),
  )
}

const opposite = (filter: Filter): Filter => (filter === NOTHING ? EVERYTHING : NOTHING)

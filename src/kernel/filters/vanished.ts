import type { FieldsById } from '../fields/field.ts'
import { checkFilter } from './check-filter.ts'
import { type Condition, conditionsOf, type Filter } from './filter.ts'

const OF_WHAT_IS_GONE: ReadonlySet<string> = new Set(['unknownField', 'unknownChoice'])

/** The conditions of a saved filter that name a field or a choice that no longer exists, and so match nobody there. */
export const vanishedParts = (filter: Filter, fields: FieldsById): Condition[] =>
  conditionsOf(filter).filter(condition =>
    checkFilter(condition, fields).some(({ problem }) => OF_WHAT_IS_GONE.has(problem)),
  )

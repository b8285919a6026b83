import { type Condition, type Filter, isCondition } from './filter.ts'

/** The conditions on one field that must hold whatever else does: those that the menu of its column shows. */
export const conditionsOnField = (filter: Filter, fieldId: string): Condition[] =>
  partsOf(filter).filter(part => isOnField(part, fieldId))

/** The filter without those conditions. */
export const withoutField = (filter: Filter, fieldId: string): Filter => ({
  all: partsOf(filter).filter(part => !isOnField(part, fieldId)),
})

/** The filter with one more condition that must hold. */
export const withCondition = (filter: Filter, condition: Condition): Filter => ({
  all: [...partsOf(filter), condition],
})

const partsOf = (filter: Filter): readonly Filter[] => ('all' in filter ? filter.all : [filter])

const isOnField = (filter: Filter, fieldId: string): filter is Condition =>
  isCondition(filter) && filter.field === fieldId

import { type FilterContext, isRequired } from '../filters/matches-filter.ts'
import type { Field, FieldValues } from './field.ts'
import { type ValueState, valueState } from './value-state.ts'

export type FieldState = ValueState

/** What a cell has to warn of: a value that is wrong or lapses, or is missing where it is required. */
export function fieldState(field: Field, values: FieldValues, context: FilterContext): FieldState {
  const state = valueState(field, values[field.id] ?? null, context.today)
  return state === 'missing' && !isRequired(field, values, context) ? 'fine' : state
}

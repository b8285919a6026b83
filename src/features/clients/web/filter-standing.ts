import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { isEmptyFilter, sameFilter } from '#kernel/filters/normal-form.ts'
import { PREDEFINED_FILTERS } from './predefined-filters.ts'

/** How the filter that is on stands to those that there are. */
export interface FilterStanding {
  /** The saved filter from which the conditions come. */
  chosen: SavedFilter | undefined
  /** Whether they have been changed since. */
  isChanged: boolean
  /** Whether it is a filter that nobody has yet (F11). */
  canSave: boolean
}

/** Among the filters that the user sees; `chosenId` is the saved one that was chosen last. */
export function standingOf(
  filter: Filter,
  saved: readonly SavedFilter[],
  chosenId: number | undefined,
): FilterStanding {
  const isPredefined = PREDEFINED_FILTERS.some(one => sameFilter(one.filter, filter))
  const same = saved.find(one => sameFilter(one.filter, filter))
  const chosen = saved.find(one => one.id === chosenId) ?? (isPredefined ? undefined : same)
  return {
    chosen,
    isChanged: chosen !== undefined && !sameFilter(chosen.filter, filter),
    canSave: !isEmptyFilter(filter) && !isPredefined && same === undefined,
  }
}

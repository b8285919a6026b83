import { useMemo } from 'react'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { isEmptyFilter } from '#kernel/filters/normal-form.ts'
import { vanishedParts } from '#kernel/filters/vanished.ts'
import type { FieldsById } from './arrange-columns.ts'
import { useCounts } from './client-list-queries.ts'
import { withoutVanished } from './filter-parts.ts'
import { type FilterStanding, standingOf } from './filter-standing.ts'
import { ACTIVE_CLIENTS, PREDEFINED_FILTERS, type PredefinedFilter } from './predefined-filters.ts'
import type { ListLocation } from './use-list-location.ts'

export interface ListFilters extends FilterStanding {
  /** The filter that is on. */
  filter: Filter
  /** The same without what no longer exists, as the server takes it; it keeps no more clients. */
  asked: Filter
  saved: readonly SavedFilter[]
  /** How many clients each chip shows, by the id of its filter. */
  counts: ReadonlyMap<PredefinedFilter['id'] | number, number>
  hasVanished: (savedFilter: SavedFilter) => boolean
  apply: (filter: Filter) => void
  choosePredefined: (filter: Filter) => void
  chooseSaved: (savedFilter: SavedFilter) => void
}

/** The filter that is on, and the chips around it. */
export function useListFilters(
  { search, go }: ListLocation,
  portfolioId: number | undefined,
  saved: readonly SavedFilter[],
  fields: FieldsById,
  clearSearch: () => void,
): ListFilters {
  const filter = search.filter ?? ACTIVE_CLIENTS
  const known = useMemo(
    () =>
      [...PREDEFINED_FILTERS, ...saved].map(one => ({ ...one, asked: withoutVanished(one.filter, fields) })),
    [saved, fields],
  )
  const counted = useCounts(
    portfolioId,
    known.map(({ asked }) => asked),
  )
  const standing = useMemo(() => standingOf(filter, saved, search.saved), [filter, saved, search.saved])
  return {
    filter,
    asked: useMemo(() => withoutVanished(filter, fields), [filter, fields]),
    saved,
    counts: new Map(
      known.flatMap(({ id }, index) => (counted?.[index] === undefined ? [] : [[id, counted[index]]])),
    ),
    ...standing,
    hasVanished: one => vanishedParts(one.filter, fields).length > 0,
    apply: changed => go({ filter: changed, saved: standing.chosen?.id }),
    choosePredefined: predefined => {
      // *Tout afficher* clears the search as well (F06); the others are looked for within it.
      if (isEmptyFilter(predefined)) clearSearch()
      go({ filter: predefined, saved: undefined, sort: undefined })
    },
    chooseSaved: one => go({ filter: one.filter, saved: one.id, sort: one.view?.sort }),
  }
}

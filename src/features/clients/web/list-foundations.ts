import type { QueryClient } from '@tanstack/react-query'
import { listChanges } from '#features/change-sets/live-changes-api.ts'
import { getColumnLayout } from '#features/column-layout/column-layout-api.ts'
import { listPortfolios } from '#features/portfolios/portfolios-api.ts'
import { listSavedFilters } from '#features/saved-filters/saved-filters-api.ts'
import { getMe } from '#features/sign-in/sign-in-api.ts'
import { queryOf } from '#ui/queries.ts'
import { listFields } from '../clients-api.ts'

/** What the list of clients stands on. */
export const LIST_FOUNDATIONS = [
  // Before the clients themselves, so that what changes while they are read is told.
  queryOf(listChanges, { params: {} }),
  queryOf(getMe),
  queryOf(getColumnLayout),
  queryOf(listFields),
  queryOf(listPortfolios),
  queryOf(listSavedFilters),
] as const

/** Asks for it before the page is there that needs it. */
export function prefetchListFoundations(queries: QueryClient): void {
  for (const foundation of LIST_FOUNDATIONS)
    void queries.prefetchQuery<unknown, Error, unknown, never>(foundation as never)
}

import { useCallback, useMemo } from 'react'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import type { ReadablePortfolio } from '#features/portfolios/portfolios-api.ts'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import type { Sort } from '../clients-api.ts'
import { arrangeColumns, type FieldsById, fieldsInSight } from './arrange-columns.ts'
import { type ListRequest, useClientList, useRowStore } from './client-list-queries.ts'
import { EVERY_CLIENT } from './predefined-filters.ts'
import { useClientSelection } from './use-client-selection.ts'
import { useColumnLayout } from './use-column-layout.ts'
import { useListFilters } from './use-list-filters.ts'
import { useListLocation } from './use-list-location.ts'
import { useSearchText } from './use-search-text.ts'
import { wantedFields } from './wanted-fields.ts'

export interface ListViewInput {
  fields: FieldsById
  portfolios: readonly ReadablePortfolio[]
  savedFilters: readonly SavedFilter[]
  layoutAtStart: ColumnLayout | null
}

export type ListView = ReturnType<typeof useListView>

/** Everything that the screen shows: what is asked, the answer, the columns over it and what is selected in it. */
export function useListView({ fields, portfolios, savedFilters, layoutAtStart }: ListViewInput) {
  const location = useListLocation()
  const { search: address, go } = location
  const text = useSearchText(
    address.q ?? '',
    useCallback(q => go({ q }, { replace: true }), [go]),
  )
  // A link may name a portfolio that this user may not read, or that is no more.
  const portfolioId = portfolios.find(({ id }) => id === address.portfolio)?.id
  const filters = useListFilters(location, portfolioId, savedFilters, fields, () => text.type(''))

  const view = savedFilters.find(({ id }) => id === address.saved)?.view ?? null
  const columns = useColumnLayout(layoutAtStart, fields, view)
  const groups = useMemo(() => arrangeColumns(columns.layout, fields), [columns.layout, fields])
  const shown = useMemo(() => groups.flatMap(group => group.fields), [groups])
  const sort = sortableParts(address.sort ?? columns.layout.sort, fields)

  const request: ListRequest = {
    portfolioId,
    search: text.search === '' ? undefined : text.search,
    filter: filters.asked,
  }
  const wanted = useMemo(() => wantedFields(shown, filters.asked, fields), [shown, filters.asked, fields])
  const rows = useRowStore(wanted)
  const answer = useClientList(request, sort, wanted, rows)
  const list = answer.data
  return {
    fields,
    text,
    filters,
    columns: {
      ...columns,
      reset: async () => {
        await columns.reset()
        // The address would go on with another order than the next visit has.
        go({ sort: undefined })
      },
    },
    groups,
    shown,
    inSight: useMemo(() => groups.flatMap(fieldsInSight), [groups]),
    sort,
    request,
    rows,
    answer,
    list,
    selection: useClientSelection(list),
    choosePortfolio: (portfolio: number | undefined) => go({ portfolio }),
    sortBy: (next: Sort) => {
      // A filter that remembers an order of its own leaves the user's alone.
      if (!view) columns.keep({ sort: next })
      go({ sort: next })
    },
    /** Leaves every other condition, the search and the portfolio. */
    showOnly: (filter: Filter) => {
      text.type('')
      go({ filter, saved: undefined, portfolio: undefined })
    },
    showEverything: () => filters.choosePredefined(EVERY_CLIENT),
    chooseSaved: filters.chooseSaved,
  }
}

/** The parts of an order by which the list can be sorted. */
const sortableParts = (sort: Sort, fields: FieldsById): Sort =>
  sort.filter(({ field }) => fields.get(field)?.sortable)

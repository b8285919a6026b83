import { useQuery } from '@tanstack/react-query'
import { type DescribedField, readFacets } from '#features/clients/clients-api.ts'
import type { FieldsById } from '#kernel/fields/field.ts'
import { withoutField } from '#kernel/filters/column-conditions.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { withoutVanished } from '../filter-parts.ts'
import { type ListedValue, listedValues } from './column-values.ts'
import type { Ticks } from './ticks.ts'

/** Which clients the list shows, apart from the filter. */
export interface ListSelection {
  portfolioId?: number | undefined
  search?: string | undefined
  filter?: Filter | undefined
}

export interface ColumnValuesAnswer {
  values: readonly ListedValue[] | undefined
  error: Error | null
  retry(): void
}

/** The values of a column with their counts under the other filters: the column's own conditions are left out. */
export function useColumnValues(
  field: DescribedField,
  fields: FieldsById,
  filter: Filter,
  selection: ListSelection,
  ticks: Ticks,
): ColumnValuesAnswer {
  const language = useLanguage()
  const { portfolioId, search } = selection
  const others = withoutVanished(withoutField(filter, field.id), fields)
  const { data, error, refetch } = useQuery({
    ...queryOf(readFacets, { body: { field: field.id, portfolioId, search, filter: others } }),
    // Counts are looked at to decide: those of a minute ago would not do.
    staleTime: 0,
  })
  return {
    values: data && listedValues(data.values, ticks, field, language),
    error,
    retry: () => void refetch(),
  }
}

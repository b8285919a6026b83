import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import { belgianDay } from '#kernel/day.ts'
import { checkFilter } from '#kernel/filters/check-filter.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { Sort } from '../clients-api.ts'
import type { ClientField } from '../fields/client-field.ts'
import type { Catalogue, Catalogues } from './client-catalogue.ts'
import type { QueryContext, Selection } from './client-queries.ts'
import { readSearch } from './search-terms.ts'

/** What every request about the list needs to know before it asks the database. */
export async function listContext(actor: Actor, catalogues: Catalogues): Promise<QueryContext> {
  return {
    catalogue: await catalogues(actor),
    language: actor.preferences.language,
    today: belgianDay(new Date()),
    readablePortfolios: [...actor.portfolios.keys()],
  }
}

/** The portfolios that a request is about. Throws notFound for one that the user may not read. */
export function requestedPortfolios(actor: Actor, portfolioId: number | undefined): number[] {
  if (portfolioId === undefined) return [...actor.portfolios.keys()]
  if (!actor.portfolios.has(portfolioId)) throw new AppError('notFound')
  return [portfolioId]
}

interface RequestedSelection {
  portfolioId?: number | undefined
  search?: string | undefined
  filter?: Filter | undefined
}

/** The clients that a request names. Throws badInput for the filter, and only then notFound for the portfolio. */
export function requestedSelection(
  actor: Actor,
  { portfolioId, search, filter }: RequestedSelection,
  catalogue: Catalogue,
  secrets: SecretBox,
): Selection {
  if (filter) checkFilters([filter], catalogue, () => 'filter')
  return {
    portfolioIds: requestedPortfolios(actor, portfolioId),
    filter,
    search: readSearch(search ?? '', number => secrets.hash(actor.db.firmId, number)),
  }
}

/** Throws badInput that names what is wrong with the filters, each under its path. */
export function checkFilters(
  filters: readonly Filter[],
  catalogue: Catalogue,
  path: (index: number) => string,
): void {
  const fields = filters.flatMap((filter, index) =>
    checkFilter(filter, catalogue.byId).map(problem => ({
      ...problem,
      path: problem.path.replace(/^filter/, path(index)),
    })),
  )
  if (fields.length) throw new AppError('badInput', { fields })
}

/** Throws badInput when a sort names a field that is not there or cannot be sorted by. */
export function checkSort(sort: Sort, catalogue: Catalogue): void {
  const fields = sort.flatMap(({ field: id }, index) => {
    const path = `sort[${index}].field`
    const field = catalogue.byId.get(id)
    if (!field) return [unknownField(path, id)]
    return field.sortable ? [] : [{ path, problem: 'notSortable', params: { value: id } }]
  })
  if (fields.length) throw new AppError('badInput', { fields })
}

/** The fields that a request names, or the default columns. Throws badInput for one that is not there. */
export function requestedFields(ids: readonly string[] | undefined, catalogue: Catalogue): ClientField[] {
  if (!ids) return catalogue.fields.filter(field => field.shownByDefault)
  const fields = ids.flatMap((id, index) =>
    catalogue.byId.has(id) ? [] : [unknownField(`fields[${index}]`, id)],
  )
  if (fields.length) throw new AppError('badInput', { fields })
  return ids.flatMap(id => catalogue.byId.get(id) ?? [])
}

/** The one field that a request names. Throws badInput when it is not there. */
export function requestedField(id: string, catalogue: Catalogue): ClientField {
  const field = catalogue.byId.get(id)
  if (!field) throw new AppError('badInput', { fields: [unknownField('field', id)] })
  return field
}

const unknownField = (path: string, id: string) => ({
  path,
  problem: 'unknownField',
  params: { value: id, field: id },
})

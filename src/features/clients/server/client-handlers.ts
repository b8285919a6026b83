import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler, RawJson } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { countClients, listFields, queryClients, readFacets, readRows } from '../clients-api.ts'
import type { Catalogues } from './client-catalogue.ts'
import { countMatchingClients, countValues, findMatchingClients } from './client-queries.ts'
import { readClientRows } from './client-rows-queries.ts'
import { describeField } from './describe-field.ts'
import { toFacets } from './facets.ts'
import {
  checkFilters,
  checkSort,
  listContext,
  requestedField,
  requestedFields,
  requestedPortfolios,
  requestedSelection,
} from './list-request.ts'

/** The operations behind *Voir tous les clients*. */
export const clientHandlers = (secrets: SecretBox, catalogues: Catalogues): Handler<Actor>[] => [
  handler(queryClients, async (actor: Actor, { body }) => {
    const context = await listContext(actor, catalogues)
    const sort = body.sort ?? []
    checkSort(sort, context.catalogue)
    const fields = requestedFields(body.fields, context.catalogue)
    const selection = requestedSelection(actor, body, context.catalogue, secrets)
    const { idList, matched, total } = await findMatchingClients(actor.db, selection, sort, context)
    if (body.first === undefined)
      return new RawJson(`{"ids":[${idList}],"matched":${matched},"total":${total}}`)
    const first = firstIds(idList, body.first)
    const rows = await readClientRows(actor.db, first, fields, selection.portfolioIds, context)
    return new RawJson(
      `{"ids":[${idList}],"matched":${matched},"total":${total},"rows":${JSON.stringify(rows)}}`,
    )
  }),

  handler(readRows, async (actor: Actor, { body }) => {
    const context = await listContext(actor, catalogues)
    const fields = requestedFields(body.fields, context.catalogue)
    return {
      rows: await readClientRows(actor.db, body.ids, fields, requestedPortfolios(actor, undefined), context),
    }
  }),

  handler(readFacets, async (actor: Actor, { body }) => {
    const context = await listContext(actor, catalogues)
    const field = requestedField(body.field, context.catalogue)
    const selection = requestedSelection(actor, body, context.catalogue, secrets)
    const counted = await countValues(actor.db, field, selection, context)
    return { values: toFacets(field, counted, context.language) }
  }),

  handler(countClients, async (actor: Actor, { body }) => {
    const context = await listContext(actor, catalogues)
    checkFilters(body.filters, context.catalogue, index => `filters[${index}]`)
    const portfolioIds = requestedPortfolios(actor, body.portfolioId)
    return { counts: await countMatchingClients(actor.db, { portfolioIds }, body.filters, context) }
  }),

  handler(listFields, async (actor: Actor) => {
    const { fields } = await catalogues(actor)
    return { fields: fields.map(field => describeField(field, actor.preferences.language)) }
  }),
]

/** The first ids of a list such as `4,8,15`, without reading the rest. */
function firstIds(idList: string, count: number): number[] {
  if (idList === '' || count === 0) return []
  // An id has at most ten digits, so the first ones end within this many characters.
  return idList
    .slice(0, count * 11)
    .split(',', count)
    .map(Number)
}

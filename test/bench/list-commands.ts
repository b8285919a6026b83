import { applyChangeSet, createChangeSet, undoChangeSet } from '#features/change-sets/change-sets-api.ts'
import { changeSetHandlers } from '#features/change-sets/server/change-set-handlers.ts'
import { countClients, queryClients, readFacets, readRows } from '#features/clients/clients-api.ts'
import { rememberCatalogues } from '#features/clients/server/client-catalogue.ts'
import { clientHandlers } from '#features/clients/server/client-handlers.ts'
import { type Actor, findActor } from '#features/sign-in/server/actor.ts'
import type { Route } from '#kernel/route.ts'
import type { Database } from '#platform/db/database.ts'
import { RawJson } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'

/** The commands of the list, called as the server calls them but without HTTP; each answers JSON text. */
export interface ListCommands {
  query(body: object): Promise<string>
  rows(body: object): Promise<string>
  facets(body: object): Promise<string>
  counts(body: object): Promise<string>
  plan(body: object): Promise<string>
  apply(id: number): Promise<string>
  undo(id: number): Promise<string>
}

/** The commands for the administrator of a firm. */
export async function listCommandsFor(
  database: Database,
  secrets: SecretBox,
  firmId: number,
): Promise<ListCommands> {
  const { rows } = await database.pool.query<{ id: number }>(
    `SELECT id FROM users WHERE firm_id = $1 AND role = 'administrator' ORDER BY id LIMIT 1`,
    [firmId],
  )
  const actor = await findActor(database, { firmId, memberId: rows[0]?.id ?? 0 })
  if (!actor) throw new Error(`Firm ${firmId} has no administrator.`)
  const catalogues = rememberCatalogues()
  const handlers = [...clientHandlers(secrets, catalogues), ...changeSetHandlers(secrets, catalogues)]
  const handlerOf = (route: Pick<Route, 'path' | 'method'>) => {
    const found = handlers.find(
      ({ route: { path, method } }) => path === route.path && method === route.method,
    )
    if (!found) throw new Error(`Nothing answers ${route.method} ${route.path}.`)
    return found
  }
  const command = (route: Pick<Route, 'path' | 'method'>) => (body: object) =>
    answer(handlerOf(route), actor, body, {})
  const onSet = (route: Pick<Route, 'path' | 'method'>) => (id: number) =>
    answer(handlerOf(route), actor, {}, { id })
  return {
    query: command(queryClients),
    rows: command(readRows),
    facets: command(readFacets),
    counts: command(countClients),
    plan: command(createChangeSet),
    apply: onSet(applyChangeSet),
    undo: onSet(undoChangeSet),
  }
}

const NOBODY = { headers: new Headers(), remoteAddress: '127.0.0.1' }

async function answer(
  handler: ReturnType<typeof clientHandlers>[number],
  actor: Actor,
  body: object,
  params: object,
): Promise<string> {
  const answered = await handler.run(actor, { body, params, asking: NOBODY })
  return answered instanceof RawJson ? answered.json : JSON.stringify(answered)
}

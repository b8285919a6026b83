import { IN_BIN } from '#features/clients/client-fields.ts'
import { findMatchingClients, type QueryContext } from '#features/clients/server/client-queries.ts'
import { requestedSelection } from '#features/clients/server/list-request.ts'
import { findNamedClients } from '#features/clients/server/named-clients-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { onceOnly } from '#platform/db/once-only.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { ChangeOrigin } from '../change-set.ts'
import type { ChangeSetRequest, PlanAnswer } from '../change-sets-api.ts'
import { applyLines } from './apply-change-set.ts'
import { planChanges, type WantedChanges } from './plan-changes.ts'
import { textsOfClients, wantedByCells, wantedByEdits } from './request-changes.ts'
import { trySeveralTimes } from './try-several-times.ts'

export interface ChangeServices {
  context: QueryContext
  secrets: SecretBox
}

/**
 * Plans what a user asks for, and applies it in the same transaction when asked to. Throws badInput that names what is
 * wrong with the request; what cannot be done to single clients is refused in the lines of the plan.
 */
export async function changeClients(
  actor: Actor,
  request: ChangeSetRequest,
  key: string | null,
  { context, secrets }: ChangeServices,
): Promise<PlanAnswer> {
  const { catalogue } = context
  const find = finderOf(actor, request, context, secrets)
  return trySeveralTimes(() =>
    onceOnly(actor.db, { key, asked: { plan: request }, secrets }, async tx => {
      const planned = await planChanges(tx, actor, await find(tx), { catalogue, secrets })
      const { id, counts } = planned
      if (!request.apply) return { id, state: 'planned' as const, counts }
      return { ...(await applyLines(tx, actor, planned, catalogue)), counts }
    }),
  )
}

/** Checks what is asked for, and answers what finds the clients that it is about. */
function finderOf(
  actor: Actor,
  { selection, edits, cells, origin }: ChangeSetRequest,
  context: QueryContext,
  secrets: SecretBox,
): (tx: FirmTransaction) => Promise<WantedChanges> {
  if (cells) {
    if (selection || edits) throw missing('edits', 'notTogether')
    return async tx => {
      const texts = textsOfClients(cells, context.catalogue)
      const named = await findNamedClients(tx, context.readablePortfolios, texts)
      const { fields, byClient } = wantedByCells(cells, context.catalogue, named)
      const clientIds = [...byClient.keys()]
      return {
        origin: origin ?? 'paste',
        selection: { ids: clientIds.length },
        clientIds,
        fields,
        cellsOf: id => byClient.get(id) ?? [],
      }
    }
  }
  if (!selection) throw missing('selection')
  if (!edits) throw missing('edits')
  const wanted = wantedByEdits(edits, context.catalogue)
  const common = {
    origin: originOf(edits) ?? origin ?? 'api',
    fields: wanted.map(({ field }) => field),
    cellsOf: () => wanted,
  }
  if ('ids' in selection) {
    const clientIds = [...new Set(selection.ids)]
    return async () => ({ ...common, selection: { ids: clientIds.length }, clientIds })
  }
  const asked = requestedSelection(actor, selection.query, context.catalogue, secrets)
  const except = new Set(selection.except)
  return async tx => {
    const { idList } = await findMatchingClients(tx, asked, [], context)
    const ids = idList === '' ? [] : idList.split(',').map(Number)
    // What was searched for is kept nowhere: it may be a national number.
    const { search, ...query } = selection.query
    const isSearched = search !== undefined && search.trim() !== ''
    return {
      ...common,
      selection: { query: { ...query, ...(isSearched && { isSearched }) } },
      clientIds: ids.filter(id => !except.has(id)),
    }
  }
}

function originOf(edits: NonNullable<ChangeSetRequest['edits']>): ChangeOrigin | undefined {
  const [edit] = edits
  if (edits.length !== 1 || edit?.field !== IN_BIN.id) return undefined
  return edit.value === true ? 'deletion' : 'restoration'
}

const missing = (path: string, problem = 'missing'): AppError =>
  new AppError('badInput', { fields: [{ path, problem }] })

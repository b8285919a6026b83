import type { Catalogues } from '#features/clients/server/client-catalogue.ts'
import { listContext } from '#features/clients/server/list-request.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { inLinesIfAsked } from '#platform/http/answer-in-lines.ts'
import { type Asking, type Handler, handler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import * as adding from '../adding-api.ts'
import { mayChangeClients } from '../change-rights.ts'
import * as api from '../change-sets-api.ts'
import { addClient } from './add-client.ts'
import { applyPlan } from './apply-plan.ts'
import { changeClients } from './change-clients.ts'
import { checkNumber } from './check-number.ts'
import { readHeldValues } from './held-values-queries.ts'
import { showHistory, showLines, showRefusals, showSet } from './show-history.ts'
import { undoChangeSet } from './undo-change-set.ts'

const may = mayChangeClients

/** As many cells as a block may have fit, with texts of an ordinary length. */
const MAX_CHANGE_BYTES = 16 * 1024 * 1024

/** The operations of changing clients. */
export const changeSetHandlers = (secrets: SecretBox, catalogues: Catalogues): Handler<Actor>[] => [
  handler(
    api.createChangeSet,
    async (actor: Actor, { body, asking }) =>
      changeClients(actor, body, keyOf(asking), { context: await listContext(actor, catalogues), secrets }),
    { may, maxBytes: MAX_CHANGE_BYTES },
  ),
  handler(
    api.applyChangeSet,
    async (actor: Actor, { params, asking }) => {
      const catalogue = await catalogues(actor)
      return inLinesIfAsked(asking, onProgress =>
        applyPlan(actor, params.id, keyOf(asking), catalogue, onProgress),
      )
    },
    { may },
  ),
  handler(api.getChangeSet, async (actor: Actor, { params }) =>
    showSet(actor, params.id, await catalogues(actor)),
  ),
  handler(api.listChangeLines, async (actor: Actor, { params }) =>
    showLines(actor, params, await catalogues(actor)),
  ),
  handler(api.listRefusals, (actor: Actor, { params }) => showRefusals(actor, params.id)),
  handler(api.readValues, async (actor: Actor, { body }) =>
    readHeldValues(actor, body, await listContext(actor, catalogues)),
  ),
  handler(api.listChangeSets, async (actor: Actor, { params }) =>
    showHistory(actor, params, await catalogues(actor)),
  ),
  handler(
    api.undoChangeSet,
    async (actor: Actor, { params, asking }) =>
      undoChangeSet(actor, params.id, keyOf(asking), await catalogues(actor)),
    { may },
  ),
  handler(
    adding.addClient,
    (actor: Actor, { body, asking }) => addClient(actor, body, keyOf(asking), secrets),
    { may },
  ),
  handler(adding.checkNumber, (actor: Actor, { body }) => checkNumber(actor, body, secrets), { may }),
]

const keyOf = ({ headers }: Asking): string | null => headers.get('idempotency-key')

import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { mayCreateLabels, mayManageLabels } from '../label-rights.ts'
import * as api from '../labels-api.ts'
import { countLabels } from './label-queries.ts'
import { changeLabel, createLabel, deleteLabel, mergeLabel } from './write-labels.ts'

const toManage = { may: mayManageLabels }

/** The labels of the firm, and what can be done to them. */
export const labelHandlers = (secrets: SecretBox): Handler<Actor>[] => [
  handler(api.listLabels, async (actor: Actor) => ({
    labels: await countLabels(actor.db, [...actor.portfolios.keys()]),
  })),

  handler(api.createLabel, (actor: Actor, { body }) => createLabel(actor, body), { may: mayCreateLabels }),

  handler(api.changeLabel, (actor: Actor, { body, params }) => changeLabel(actor, params.id, body), toManage),

  handler(api.deleteLabel, (actor: Actor, { params }) => deleteLabel(actor, params.id, secrets), toManage),

  handler(
    api.mergeLabel,
    (actor: Actor, { body, params }) => mergeLabel(actor, params.id, body.into, secrets),
    toManage,
  ),
]

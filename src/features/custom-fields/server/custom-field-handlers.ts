import type { Catalogues } from '#features/clients/server/client-catalogue.ts'
import { mayChangeSettings as may } from '#features/firm/settings-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import * as api from '../custom-fields-api.ts'
import { convertField, previewConversion } from './convert-field.ts'
import { countOptions, countValues, listCategories } from './custom-field-queries.ts'
import { deleteCategory, deleteField } from './delete-custom-fields.ts'
import { changeCategory, createCategory, orderCategories } from './write-categories.ts'
import { changeField, createField, orderFields } from './write-fields.ts'

/** The fields that a firm adds to its clients: for administrators. */
export const customFieldHandlers = (secrets: SecretBox, catalogues: Catalogues): Handler<Actor>[] => [
  handler(api.listCustomFields, async (actor: Actor) => ({ categories: await listCategories(actor.db) }), {
    may,
  }),

  handler(
    api.createCustomCategory,
    async (actor: Actor, { body }) => ({ id: await createCategory(actor, body, await catalogues(actor)) }),
    { may },
  ),

  handler(
    api.changeCustomCategory,
    async (actor: Actor, { body, params }) => {
      await changeCategory(actor, params.id, body, await catalogues(actor))
      return {}
    },
    { may },
  ),

  handler(
    api.orderCustomCategories,
    async (actor: Actor, { body }) => {
      await orderCategories(actor, body.ids)
      return {}
    },
    { may },
  ),

  handler(api.deleteCustomCategory, (actor: Actor, { params }) => deleteCategory(actor, params.id, secrets), {
    may,
  }),

  handler(api.createCustomField, async (actor: Actor, { body }) => ({ id: await createField(actor, body) }), {
    may,
  }),

  handler(
    api.changeCustomField,
    (actor: Actor, { body, params }) => changeField(actor, params.id, body, secrets),
    { may },
  ),

  handler(
    api.orderCustomFields,
    async (actor: Actor, { body, params }) => {
      await orderFields(actor, params.id, body.ids)
      return {}
    },
    { may },
  ),

  handler(api.deleteCustomField, (actor: Actor, { params }) => deleteField(actor, params.id, secrets), {
    may,
  }),

  handler(
    api.countCustomValues,
    async ({ db }: Actor, { params: { id } }) => ({
      values: await countValues(db, id),
      options: await countOptions(db, id),
    }),
    { may },
  ),

  handler(
    api.previewConversion,
    (actor: Actor, { params }) => previewConversion(actor, params.id, params.kind),
    { may },
  ),

  handler(
    api.convertCustomField,
    (actor: Actor, { body, params }) => convertField(actor, params.id, body, secrets),
    { may },
  ),
]

import { changeForSettings } from '#features/change-sets/server/change-for-settings.ts'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import type { SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { CustomField } from '../custom-fields-api.ts'
import { findHolders, listCategories, retire } from './custom-field-queries.ts'
import { teller } from './told-settings.ts'
import { findCategory } from './write-categories.ts'
import { findField } from './write-fields.ts'

interface Changed {
  changeSet: number
  values: number
}

/** Takes a field, with every value that a client has in it, off its category. Throws notFound. */
export const deleteField = (actor: Actor, id: number, secrets: SecretBox): Promise<Changed> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const { field } = findField(await listCategories(tx), id)
    return deleteFields(tx, [field], [teller(actor, 'customField', field).went()], secrets)
  })

/** Takes a category, with all its fields and their values, off the list. Throws notFound. */
export const deleteCategory = (actor: Actor, id: number, secrets: SecretBox): Promise<Changed> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const category = findCategory(await listCategories(tx), id)
    const settings = [
      teller(actor, 'customFieldCategory', category).went(),
      ...category.fields.map(field => teller(actor, 'customField', field).went()),
    ]
    const changed = await deleteFields(tx, category.fields, settings, secrets)
    await retire(tx, 'custom_field_categories', [id])
    return changed
  })

async function deleteFields(
  tx: FirmTransaction,
  fields: readonly CustomField[],
  settings: readonly SettingChange[],
  secrets: SecretBox,
): Promise<Changed> {
  const ids = fields.map(({ id }) => id)
  const holders = await findHolders(tx, ids)
  const editsOf = new Map(
    [...holders].map(([clientId, held]) => [
      clientId,
      held.map(id => ({ field: `custom.${id}`, verb: 'clear' as const })),
    ]),
  )
  const { id: changeSet } = await changeForSettings(tx, { editsOf, settings }, secrets)
  await retire(tx, 'custom_fields', ids)
  return { changeSet, values: [...holders.values()].reduce((sum, held) => sum + held.length, 0) }
}

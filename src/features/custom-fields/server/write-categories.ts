import { eq } from 'drizzle-orm'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings } from '#features/change-sets/server/record-settings-queries.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'
import { checkFilters } from '#features/clients/server/list-request.ts'
import { customFieldCategories } from '#features/firm/server/custom-field-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import { reorderRows } from '#platform/db/reorder-rows.ts'
import type { CategoryChanges, CustomCategory, NewCategory } from '../custom-fields-api.ts'
import { LIVING, listCategories } from './custom-field-queries.ts'
import { nameToKeep } from './keep-name.ts'
import { teller } from './told-settings.ts'

/** Adds a category at the end. Throws nameTaken, or badInput for criteria that cannot be. */
export const createCategory = (actor: Actor, typed: NewCategory, catalogue: Catalogue): Promise<number> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const categories = await listCategories(tx)
    const { description = '', isListed = true, criteria = null } = typed
    checkCriteria(criteria, catalogue)
    const name = nameToKeep(
      typed.name,
      categories.map(other => other.name),
    )
    const [category] = await tx.insert(customFieldCategories, [
      { name, description, isListed, criteria, position: categories.length + 1 },
    ])
    if (!category) throw new Error('The new category has no id.')
    await recordSettings(tx, [teller(actor, 'customFieldCategory', category).came()])
    return category.id
  })

/** Changes a category. Throws notFound, nameTaken, or badInput for criteria that cannot be. */
export const changeCategory = (
  actor: Actor,
  id: number,
  changes: CategoryChanges,
  catalogue: Catalogue,
): Promise<void> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const categories = await listCategories(tx)
    const before = findCategory(categories, id)
    const others = categories.filter(other => other !== before).map(other => other.name)
    const {
      description = before.description,
      isListed = before.isListed,
      criteria = before.criteria,
    } = changes
    checkCriteria(criteria, catalogue)
    const name = changes.name ? nameToKeep(changes.name, others) : before.name
    await tx.update(
      customFieldCategories,
      { name, description, isListed, criteria },
      eq(customFieldCategories.id, id),
    )
    const { renamed, changed } = teller(actor, 'customFieldCategory', before)
    await recordSettings(tx, [
      ...renamed(name),
      changed('description', before.description, description),
      changed('isListed', String(before.isListed), String(isListed)),
      changed('criteria', jsonOf(before.criteria), jsonOf(criteria)),
    ])
  })

/** Puts the categories into an order. Throws conflict when these are not all of them. */
export const orderCategories = (actor: Actor, ids: readonly number[]): Promise<void> =>
  actor.db.transaction(async tx => {
    await lockLists(tx)
    const categories = await listCategories(tx)
    const moved = await reorderRows(tx, customFieldCategories, ids, LIVING)
    await recordSettings(
      tx,
      moved.map(({ id, before, after }) =>
        teller(actor, 'customFieldCategory', findCategory(categories, id)).changed(
          'position',
          String(before),
          String(after),
        ),
      ),
    )
  })

/** Throws notFound for one that is not there. */
export function findCategory(categories: readonly CustomCategory[], id: number): CustomCategory {
  const category = categories.find(one => one.id === id)
  if (!category) throw new AppError('notFound')
  return category
}

const jsonOf = (criteria: Filter | null): string | null =>
  criteria === null ? null : JSON.stringify(criteria)

/**
 * Whose the fields are is said by what is kept in the fields that every firm has: those of a firm could depend on each
 * other in a circle, and what is worked out is not there when a change is judged.
 */
function checkCriteria(criteria: Filter | null, { fields }: Catalogue): void {
  if (criteria === null) return
  const own = fields
    .filter(({ stored, computed }) => stored.in !== 'custom' && !computed)
    .map(withoutIncomplete)
  checkFilters(
    [criteria],
    { fields: own, byId: new Map(own.map(field => [field.id, field])) },
    () => 'criteria',
  )
}

/** As a field of which nobody asks whether it is incomplete. */
const withoutIncomplete = ({ requiredFor: _, ...field }: ClientField): ClientField => field

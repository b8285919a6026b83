import { eq } from 'drizzle-orm'
import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { checkFilters } from '#features/clients/server/list-request.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { naming } from '#platform/db/unique-violation.ts'
import { canChange, canTakeOver } from '../saved-filter-rights.ts'
import type { SavedFilter, SavedFilterChanges, WritableSavedFilter } from '../saved-filters-api.ts'
import { findVisibleFilter } from './saved-filter-queries.ts'
import { savedFilters } from './saved-filter-tables.ts'

/** Saves a filter for the user. Throws nameTaken, or badInput for a filter that the firm's fields do not allow. */
export const saveFilter = (actor: Actor, wanted: WritableSavedFilter): Promise<SavedFilter> =>
  writing(actor, async tx => {
    await checkContent(actor, tx, wanted)
    const [saved] = await tx.insert(savedFilters, [{ ...wanted, ownerId: actor.userId }])
    return saved?.id
  })

/** Changes what is given of the user's own filter. Throws notFound, noRight, nameTaken or badInput. */
export const changeFilter = (actor: Actor, id: number, changes: SavedFilterChanges): Promise<SavedFilter> =>
  writing(actor, async tx => {
    const filter = await findChangeable(tx, id)
    await checkContent(actor, tx, changes)
    if (!filter) throw new AppError('notFound')
    // What came as JSON has no undefined in it.
    const given = changes as Partial<WritableSavedFilter>
    if (Object.keys(given).length > 0) await tx.update(savedFilters, given, eq(savedFilters.id, id))
    return id
  })

/** Deletes the user's own filter. Throws notFound or noRight. */
export const deleteFilter = (actor: Actor, id: number): Promise<void> =>
  actor.db.transaction(async tx => {
    if (!(await findChangeable(tx, id))) throw new AppError('notFound')
    await tx.remove(savedFilters, eq(savedFilters.id, id))
  })

/**
 * Makes an administrator the owner of a shared filter whose creator has left. Throws notFound, noRight, or nameTaken
 * when the administrator has a filter of that name.
 */
export const takeOverFilter = (actor: Actor, id: number): Promise<SavedFilter> =>
  writing(actor, async tx => {
    const filter = await getVisible(tx, id)
    if (!canTakeOver(filter, actor.role === 'administrator')) throw new AppError('noRight')
    await tx.update(savedFilters, { ownerId: actor.userId }, eq(savedFilters.id, id))
    return id
  })

/** Answers the filter that `write` names, as it is afterwards. */
const writing = (
  actor: Actor,
  write: (tx: FirmTransaction) => Promise<number | undefined>,
): Promise<SavedFilter> =>
  naming('saved_filters_name', () => actor.db.transaction(async tx => getVisible(tx, (await write(tx)) ?? 0)))

async function getVisible(tx: FirmTransaction, id: number): Promise<SavedFilter> {
  const filter = await findVisibleFilter(tx, id)
  if (!filter) throw new AppError('notFound')
  return filter
}

/** Throws noRight for a filter of somebody else. */
async function findChangeable(tx: FirmTransaction, id: number): Promise<SavedFilter | undefined> {
  const filter = await findVisibleFilter(tx, id)
  if (filter && !canChange(filter)) throw new AppError('noRight')
  return filter
}

async function checkContent(
  actor: Actor,
  tx: FirmTransaction,
  { name, filter }: SavedFilterChanges,
): Promise<void> {
  if (name !== undefined && !isOneLine(name)) {
    throw new AppError('badInput', {
      fields: [{ path: 'name', problem: 'notAccepted', params: { value: name } }],
    })
  }
  if (filter) checkFilters([filter], await getCatalogue(tx, [...actor.portfolios.keys()]), () => 'filter')
}

/** A name has no control characters, of which the database refuses some, and no half of a surrogate pair. */
const isOneLine = (name: string): boolean => !/\p{Cc}/u.test(name) && name.isWellFormed()

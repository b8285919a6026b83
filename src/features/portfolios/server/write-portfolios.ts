import { eq } from 'drizzle-orm'
import { changeForSettings } from '#features/change-sets/server/change-for-settings.ts'
import { lockLists, lockSettings } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { nameToKeep } from '#features/firm/name-to-keep.ts'
import { portfolioMembers, portfolios } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { reorderRows } from '#platform/db/reorder-rows.ts'
import { naming } from '#platform/db/unique-violation.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { NewPortfolio, PortfolioChanges, SettledPortfolio } from '../portfolio-settings-api.ts'
import { joinMembers } from './portfolio-members.ts'
import { countAllClients, findFiledClients } from './portfolio-settings-queries.ts'

/** Creates a portfolio at the end. Throws nameTaken. */
export const createPortfolio = ({ db }: Actor, { name, color }: NewPortfolio): Promise<number> =>
  naming('portfolios_name', () =>
    db.transaction(async tx => {
      const position = (await tx.select(portfolios)).length + 1
      const [portfolio] = await tx.insert(portfolios, [{ name: nameToKeep(name), color, position }])
      if (!portfolio) throw new Error('The new portfolio has no id.')
      await recordSettings(tx, [told(portfolio, 'name', null, portfolio.name)])
      return portfolio.id
    }),
  )

/** Renames and colours a portfolio. Throws notFound or nameTaken. */
export const changePortfolio = ({ db }: Actor, id: number, changes: PortfolioChanges): Promise<void> =>
  naming('portfolios_name', () =>
    db.transaction(async tx => {
      await lockSettings(tx)
      const before = await getPortfolio(tx, id)
      const { color = before.color } = changes
      const name = changes.name === undefined ? before.name : nameToKeep(changes.name)
      await tx.update(portfolios, { name, color }, eq(portfolios.id, id))
      await recordSettings(tx, [
        told(before, 'name', before.name, name),
        told(before, 'color', before.color, color),
      ])
    }),
  )

/** Puts the portfolios into an order. Throws conflict when these are not all of them. */
export const orderPortfolios = ({ db }: Actor, ids: readonly number[]): Promise<void> =>
  db.transaction(async tx => {
    const names = new Map((await tx.select(portfolios)).map(({ id, name }) => [id, name]))
    const moved = await reorderRows(tx, portfolios, ids)
    await recordSettings(
      tx,
      moved.map(({ id, before, after }) =>
        told({ id, name: names.get(id) ?? '' }, 'position', String(before), String(after)),
      ),
    )
  })

/**
 * Moves all clients of a portfolio into another, those in the bin included, lets whoever could work on them do so there,
 * and removes it. There is no way back. Throws notFound, or badInput for merging one into itself.
 */
export const mergePortfolio = (
  { db, preferences }: Actor,
  id: number,
  into: number,
  secrets: SecretBox,
): Promise<{ changeSet: number; clients: number }> =>
  db.transaction(async tx => {
    if (id === into) {
      throw new AppError('badInput', {
        fields: [{ path: 'into', problem: 'notAccepted', params: { value: into } }],
      })
    }
    await lockLists(tx)
    const portfolio = await getPortfolio(tx, id)
    const target = await getPortfolio(tx, into)
    const move = [{ field: 'assignment.portfolio', verb: 'set' as const, value: into }]
    const editsOf = new Map((await findFiledClients(tx, id)).map(client => [client, move]))
    const rights = await joinMembers(tx, portfolio, target, preferences.language)
    const settings = [told(portfolio, 'name', portfolio.name, null), ...rights]
    const { id: changeSet } = await changeForSettings(tx, { editsOf, settings }, secrets)
    await tx.remove(portfolioMembers, eq(portfolioMembers.portfolioId, id))
    await tx.remove(portfolios, eq(portfolios.id, id))
    return { changeSet, clients: editsOf.size }
  })

/** In the history, a portfolio without a name before was created, one without a name after is gone. */
const told = (
  { id, name }: Pick<SettledPortfolio, 'id' | 'name'>,
  field: 'name' | 'color' | 'position',
  before: string | null,
  after: string | null,
): SettingChange => ({ entity: 'portfolio', entityId: id, name, field, before, after })

async function getPortfolio(tx: FirmTransaction, id: number): Promise<SettledPortfolio> {
  const portfolio = (await countAllClients(tx)).find(one => one.id === id)
  if (!portfolio) throw new AppError('notFound')
  return portfolio
}

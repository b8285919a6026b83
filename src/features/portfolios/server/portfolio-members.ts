import { and, eq } from 'drizzle-orm'
import { lockLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { recordSettings, type SettingChange } from '#features/change-sets/server/record-settings-queries.ts'
import { portfolioMembers, portfolios, users } from '#features/firm/server/firm-tables.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Language } from '#kernel/language.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { LEVEL_NAMES } from '../level-names.ts'
import { PORTFOLIO_LEVELS, type PortfolioLevel } from '../portfolios-api.ts'

/** Says what a user may do in a portfolio; null for nothing. Throws notFound. */
export const setMember = (
  { db, preferences: { language } }: Actor,
  { id, userId }: { id: number; userId: number },
  level: PortfolioLevel | null,
): Promise<void> =>
  db.transaction(async tx => {
    await lockLists(tx)
    const [portfolio] = await tx.select(portfolios, eq(portfolios.id, id))
    const [user] = await tx.select(users, eq(users.id, userId))
    if (!portfolio || !user) throw new AppError('notFound')
    const before = (await levelsIn(tx, id)).get(userId) ?? null
    await writeLevel(tx, id, userId, level)
    const words = (one: PortfolioLevel | null) => LEVEL_NAMES[one ?? 'none'][language]
    await recordSettings(tx, [
      {
        entity: 'user',
        entityId: userId,
        name: user.name,
        field: `portfolio ${portfolio.name}`,
        before: words(before),
        after: words(level),
      },
    ])
  })

/** Gives the members of a portfolio at least the same right in another, and answers what that changes. */
export async function joinMembers(
  tx: FirmTransaction,
  from: { id: number },
  into: { id: number; name: string },
  language: Language,
): Promise<SettingChange[]> {
  const [theirs, known] = [await levelsIn(tx, from.id), await levelsIn(tx, into.id)]
  const names = new Map((await tx.select(users)).map(({ id, name }) => [id, name]))
  const changes: SettingChange[] = []
  for (const [userId, level] of theirs) {
    const before = known.get(userId) ?? null
    if (before !== null && rank(before) >= rank(level)) continue
    await writeLevel(tx, into.id, userId, level)
    changes.push({
      entity: 'user',
      entityId: userId,
      name: names.get(userId) ?? '',
      field: `portfolio ${into.name}`,
      before: LEVEL_NAMES[before ?? 'none'][language],
      after: LEVEL_NAMES[level][language],
    })
  }
  return changes
}

const rank = (level: PortfolioLevel): number => PORTFOLIO_LEVELS.indexOf(level)

async function levelsIn(tx: FirmTransaction, portfolioId: number): Promise<Map<number, PortfolioLevel>> {
  const members = await tx.select(portfolioMembers, eq(portfolioMembers.portfolioId, portfolioId))
  return new Map(members.map(({ userId, level }) => [userId, level]))
}

async function writeLevel(
  tx: FirmTransaction,
  portfolioId: number,
  userId: number,
  level: PortfolioLevel | null,
): Promise<void> {
  const one = and(eq(portfolioMembers.portfolioId, portfolioId), eq(portfolioMembers.userId, userId))
  if (!one) return
  await tx.remove(portfolioMembers, one)
  if (level !== null) await tx.insert(portfolioMembers, [{ portfolioId, userId, level }])
}

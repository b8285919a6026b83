import { sql } from 'drizzle-orm'
import { portfolioMembers } from '#features/firm/server/firm-tables.ts'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { PortfolioSettings, SettledPortfolio } from '../portfolio-settings-api.ts'

/** The portfolios of a firm in its order, with how many clients each has. */
export const countAllClients = (db: FirmDb): Promise<SettledPortfolio[]> =>
  db.query(sql`
    SELECT p.id, p.name, p.color, count(c.id) FILTER (WHERE c.deleted_at IS NULL)::integer AS clients,
      count(c.id) FILTER (WHERE c.deleted_at IS NOT NULL)::integer AS "inBin"
    FROM portfolios p LEFT JOIN clients c ON c.firm_id = ${db.firmId} AND c.portfolio_id = p.id
    WHERE p.firm_id = ${db.firmId} GROUP BY p.id, p.name, p.color, p.position ORDER BY p.position, p.id`)

/** Who may work in the firm, or is invited to, by name. */
const listUsers = (db: FirmDb): Promise<PortfolioSettings['users']> =>
  db.query(sql`
    SELECT id, name, role FROM users WHERE firm_id = ${db.firmId} AND (active OR joined_at IS NULL)
    ORDER BY fold_text(name), id`)

export async function readPortfolioSettings(db: FirmDb): Promise<PortfolioSettings> {
  const members = await db.select(portfolioMembers)
  return {
    portfolios: await countAllClients(db),
    users: await listUsers(db),
    members: members.map(({ portfolioId, userId, level }) => ({ portfolioId, userId, level })),
  }
}

/** Every client that is filed in a portfolio, in the bin or not. */
export async function findFiledClients(tx: FirmTransaction, portfolioId: number): Promise<number[]> {
  const found = await tx.query<{ id: number }>(sql`
    SELECT id FROM clients WHERE firm_id = ${tx.firmId} AND portfolio_id = ${portfolioId} ORDER BY id`)
  return found.map(({ id }) => id)
}

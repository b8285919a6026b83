import { sql } from 'drizzle-orm'
import type { Day } from '#kernel/day.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'

export interface CountedPortfolio {
  id: number
  name: string
  color: string
  activeClients: number
}

/** Portfolios in the firm's order, each with how many of its clients are active on a day. */
export function countPortfolios(
  db: FirmDb,
  portfolioIds: readonly number[],
  today: Day,
): Promise<CountedPortfolio[]> {
  return db.query(sql`
    SELECT portfolio.id, portfolio.name, portfolio.color, count(c.id)::integer AS "activeClients"
    FROM portfolios portfolio
    LEFT JOIN clients c ON c.firm_id = ${db.firmId} AND c.portfolio_id = portfolio.id AND c.deleted_at IS NULL
      AND c.deactivated_on IS NULL AND (c.client_until IS NULL OR c.client_until >= ${today}::date)
    WHERE portfolio.firm_id = ${db.firmId} AND portfolio.id = ANY(${sql.param(portfolioIds)}::integer[])
    GROUP BY portfolio.id, portfolio.name, portfolio.color, portfolio.position
    ORDER BY portfolio.position, portfolio.id`)
}

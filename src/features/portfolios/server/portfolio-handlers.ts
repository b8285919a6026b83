import type { Actor } from '#features/sign-in/server/actor.ts'
import { belgianDay } from '#kernel/day.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import { listPortfolios } from '../portfolios-api.ts'
import { countPortfolios } from './portfolio-queries.ts'

export const portfolioHandlers: Handler<Actor>[] = [
  handler(listPortfolios, async (actor: Actor) => {
    const counted = await countPortfolios(actor.db, [...actor.portfolios.keys()], belgianDay(new Date()))
    return {
      portfolios: counted.map(portfolio => ({
        ...portfolio,
        level: actor.portfolios.get(portfolio.id) ?? 'read',
      })),
    }
  }),
]

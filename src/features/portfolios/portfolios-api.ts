import { z } from 'zod'
import { route } from '#kernel/route.ts'

/** How much a user may do with the clients of a portfolio; each level includes the ones before it. */
export const PORTFOLIO_LEVELS = ['read', 'edit', 'manage'] as const
export type PortfolioLevel = (typeof PORTFOLIO_LEVELS)[number]

export const listPortfolios = route({
  method: 'get',
  path: '/api/portfolios',
  summary: 'The portfolios that the user may read, with how many active clients each has',
  answer: z.object({
    portfolios: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        color: z.string(),
        level: z.enum(PORTFOLIO_LEVELS),
        activeClients: z.int(),
      }),
    ),
  }),
})
export type ReadablePortfolio = z.infer<typeof listPortfolios.answer>['portfolios'][number]

import { z } from 'zod'
import { FIRM_ROLES } from '#features/sign-in/sign-in-api.ts'
import { idSchema as id, idParams, route } from '#kernel/route.ts'
import { TAG_COLORS } from '#kernel/tag-colors.ts'
import { PORTFOLIO_LEVELS } from './portfolios-api.ts'

const nameSchema = z.string().trim().min(1).max(60)

const portfolioSchema = z.object({
  id,
  name: z.string(),
  color: z.string(),
  /** Inactive ones included, the bin not. */
  clients: z.int(),
  inBin: z.int(),
})
export type SettledPortfolio = z.infer<typeof portfolioSchema>

const memberSchema = z.object({ portfolioId: id, userId: id, level: z.enum(PORTFOLIO_LEVELS) })

export const getPortfolioSettings = route({
  method: 'get',
  path: '/api/portfolio-settings',
  summary: 'All portfolios, and who may do what in them; for administrators',
  answer: z.object({
    portfolios: z.array(portfolioSchema),
    /** Who may work in the firm or is invited to, by name. Administrators manage all portfolios without being members. */
    users: z.array(z.object({ id, name: z.string(), role: z.enum(FIRM_ROLES) })),
    members: z.array(memberSchema),
  }),
})
export type PortfolioSettings = z.infer<typeof getPortfolioSettings.answer>

export const createPortfolio = route({
  method: 'post',
  path: '/api/portfolios',
  summary: 'Creates a portfolio, which only administrators see at first',
  body: z.strictObject({ name: nameSchema, color: z.enum(TAG_COLORS) }),
  answer: z.object({ id }),
})
export type NewPortfolio = z.infer<typeof createPortfolio.body>

export const changePortfolio = route({
  method: 'patch',
  path: '/api/portfolios/{id}',
  summary: 'Renames or colours a portfolio',
  params: idParams,
  body: z.strictObject({ name: nameSchema.optional(), color: z.enum(TAG_COLORS).optional() }),
  answer: z.object({}),
})
export type PortfolioChanges = z.infer<typeof changePortfolio.body>

export const orderPortfolios = route({
  method: 'put',
  path: '/api/portfolios/order',
  summary: 'Puts the portfolios into an order',
  body: z.strictObject({ ids: z.array(id).max(10_000) }),
  answer: z.object({}),
})

export const mergePortfolio = route({
  method: 'post',
  path: '/api/portfolios/{id}/merge',
  summary:
    'Moves all clients of a portfolio, and who may work on them, into another one; it is gone then, for good',
  params: idParams,
  body: z.strictObject({ into: id }),
  answer: z.object({ changeSet: id, clients: z.int() }),
})

export const setPortfolioMember = route({
  method: 'put',
  path: '/api/portfolios/{id}/members/{userId}',
  summary: 'Says what a user may do in a portfolio; null takes the right away',
  params: idParams.extend({ userId: z.coerce.number().pipe(id) }),
  body: z.strictObject({ level: z.enum(PORTFOLIO_LEVELS).nullable() }),
  answer: z.object({}),
})

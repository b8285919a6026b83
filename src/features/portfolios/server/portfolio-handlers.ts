import { mayChangeSettings as may } from '#features/firm/settings-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { belgianDay } from '#kernel/day.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import * as api from '../portfolio-settings-api.ts'
import { listPortfolios } from '../portfolios-api.ts'
import { setMember } from './portfolio-members.ts'
import { countPortfolios } from './portfolio-queries.ts'
import { readPortfolioSettings } from './portfolio-settings-queries.ts'
import { changePortfolio, createPortfolio, mergePortfolio, orderPortfolios } from './write-portfolios.ts'

export const portfolioHandlers = (secrets: SecretBox): Handler<Actor>[] => [
  handler(listPortfolios, async (actor: Actor) => {
    const counted = await countPortfolios(actor.db, [...actor.portfolios.keys()], belgianDay(new Date()))
    return {
      portfolios: counted.map(portfolio => ({
        ...portfolio,
        level: actor.portfolios.get(portfolio.id) ?? 'read',
      })),
    }
  }),

  handler(api.getPortfolioSettings, (actor: Actor) => readPortfolioSettings(actor.db), { may }),

  handler(
    api.createPortfolio,
    async (actor: Actor, { body }) => ({ id: await createPortfolio(actor, body) }),
    { may },
  ),

  handler(
    api.changePortfolio,
    async (actor: Actor, { body, params }) => {
      await changePortfolio(actor, params.id, body)
      return {}
    },
    { may },
  ),

  handler(
    api.orderPortfolios,
    async (actor: Actor, { body }) => {
      await orderPortfolios(actor, body.ids)
      return {}
    },
    { may },
  ),

  handler(
    api.mergePortfolio,
    (actor: Actor, { body, params }) => mergePortfolio(actor, params.id, body.into, secrets),
    { may },
  ),

  handler(
    api.setPortfolioMember,
    async (actor: Actor, { body, params }) => {
      await setMember(actor, params, body.level)
      return {}
    },
    { may },
  ),
]

import type { Actor } from '#features/sign-in/server/actor.ts'
import { type Handler, handler } from '#platform/http/handler.ts'
import { changeFirm, getFirm } from '../firm-api.ts'
import { mayChangeSettings as may } from '../settings-rights.ts'
import { changeFirmData, getFirmData } from './change-firm.ts'

export const firmHandlers: Handler<Actor>[] = [
  handler(getFirm, (actor: Actor) => getFirmData(actor.db), { may }),
  handler(changeFirm, (actor: Actor, { body }) => changeFirmData(actor, body), { may }),
]

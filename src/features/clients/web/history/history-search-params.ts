import { z } from 'zod'
import { isDay } from '#kernel/day.ts'

/** Which part of the history an address shows. */
export interface HistorySearch {
  client?: number | undefined
  user?: number | undefined
  field?: string | undefined
  /** Days in Belgium, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** The parts of the address that make sense; what does not is passed over. */
export const readHistorySearch = (params: Readonly<Record<string, unknown>>): HistorySearch =>
  paramsSchema.parse(params)

/** The same as parameters of the address. */
export const writeHistorySearch = (search: HistorySearch): Record<string, unknown> =>
  Object.fromEntries(Object.entries(paramsSchema.parse(search)).filter(([, value]) => value !== undefined))

/** Where the history of one client stands, or of one of its cells: for a link, or for going there. */
export const historyOf = (client: number, field?: string) => ({
  to: '/historique' as const,
  search: writeHistorySearch({ client, field }),
})

const id = z.coerce.number().int().min(1).optional().catch(undefined)
const day = z.string().refine(isDay).optional().catch(undefined)

const paramsSchema = z.object({
  client: id,
  user: id,
  field: z.string().min(1).max(200).optional().catch(undefined),
  from: day,
  to: day,
})

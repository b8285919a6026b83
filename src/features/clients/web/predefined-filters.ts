import type { Condition, Filter } from '#kernel/filters/filter.ts'
import { IDENTIFIED_FOR_VAT } from '../client-choices.ts'

/** Code of the *association sans but lucratif* in the list of the BCE. */
const NON_PROFIT = '017'

const ACTIVE: Condition = { field: 'status.active', op: 'isTrue' }

/** No condition at all: inactive clients too. */
export const EVERY_CLIENT: Filter = { all: [] }

/** What the list opens with the first time. */
export const ACTIVE_CLIENTS: Filter = { all: [ACTIVE] }

const activeWith = (field: string, value: readonly string[]): Filter => ({
  all: [{ field, op: 'in', value: [...value] }, ACTIVE],
})

/** The chips that every user has (F05); each stands for its own condition, among active clients where it makes sense. */
export const PREDEFINED_FILTERS = [
  { id: 'everything', filter: EVERY_CLIENT },
  { id: 'legal', filter: activeWith('identity.kind', ['legal']) },
  { id: 'selfEmployed', filter: activeWith('identity.kind', ['selfEmployed']) },
  { id: 'private', filter: activeWith('identity.kind', ['private']) },
  { id: 'nonProfit', filter: activeWith('identity.legalForm', [NON_PROFIT]) },
  { id: 'vatLiable', filter: activeWith('status.vatStatus', IDENTIFIED_FOR_VAT) },
  { id: 'former', filter: { all: [{ field: 'status.active', op: 'isFalse' }] } },
] as const satisfies readonly { id: string; filter: Filter }[]
export type PredefinedFilter = (typeof PREDEFINED_FILTERS)[number]

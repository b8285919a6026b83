import type { ClientRow } from '#features/clients/clients-api.ts'
import { matchesFilter } from '#kernel/filters/matches-filter.ts'
import type { FieldsById } from '../arrange-columns.ts'
import type { ClientList } from '../client-list-queries.ts'
import { PORTFOLIO_FIELD } from './editability.ts'

/** Which clients of the list were changed since it was asked, and may no longer be what was asked for. */
export class ListStanding {
  #list: ClientList | undefined
  #fields: FieldsById = new Map()
  #today = ''
  #changed: Set<number> | 'any' = new Set()

  /** Judges by this list from now on; whoever is in a new one matches it. */
  follow(list: ClientList | undefined, fields: FieldsById, today: string): void {
    if (list !== this.#list) this.#changed = new Set()
    this.#list = list
    this.#fields = fields
    this.#today = today
  }

  /** Without ids, any client may have changed. */
  note(ids: readonly number[] | undefined): void {
    if (ids === undefined) this.#changed = 'any'
    else if (this.#changed !== 'any') for (const id of ids) this.#changed.add(id)
  }

  /** True for a client that was changed and no longer is in the portfolio or matches the filter. A search is not tried again. */
  isOutside({ id, values }: ClientRow): boolean {
    if (!this.#list || !(this.#changed === 'any' || this.#changed.has(id))) return false
    const { portfolioId, filter } = this.#list.request
    if (portfolioId !== undefined && values[PORTFOLIO_FIELD] !== portfolioId) return true
    return !matchesFilter(filter, values, { fields: this.#fields, today: this.#today })
  }
}

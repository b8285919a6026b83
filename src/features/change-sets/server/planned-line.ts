import type { ClientField } from '#features/clients/fields/client-field.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { RefusalReason } from '../refusals.ts'

/** What a set does to one cell, before and after as `cellText`. */
export interface Line {
  clientId: number
  field: ClientField
  before: string | null
  after: string | null
  reason: RefusalReason | null
  problem: string | null
}

export const changes = ({ before, after, reason }: Line): boolean => reason === null && before !== after

/** What a set would leave of a client, as far as it is planned. */
export interface Draft {
  id: number
  lines: Line[]
  before?: Record<string, FieldValue>
  after?: Record<string, FieldValue>
}

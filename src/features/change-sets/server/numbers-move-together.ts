import type { ClientField } from '#features/clients/fields/client-field.ts'
import { isUnique } from './refuse-taken-numbers.ts'

/** So many fields make a batch no smaller. */
const FEW_FIELDS = 5

/**
 * How many clients are taken at once: fewer when many cells of each are. Numbers go from one client to another, so
 * whoever may be either of them is looked at together.
 */
export const atATime = (fields: readonly ClientField[], clients: number): number =>
  fields.some(isUnique)
    ? Number.POSITIVE_INFINITY
    : Math.ceil((clients * FEW_FIELDS) / Math.max(FEW_FIELDS, fields.length))

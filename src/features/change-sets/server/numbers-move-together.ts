import type { ClientField } from '#features/clients/fields/client-field.ts'
import { isUnique } from './refuse-taken-numbers.ts'

/** Numbers go from one client to another: whoever may be either of them is looked at together. */
export const atATime = (fields: readonly ClientField[], clients: number): number =>
  fields.some(isUnique) ? Number.POSITIVE_INFINITY : clients

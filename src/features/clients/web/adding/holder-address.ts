import type { UniqueField } from '#features/clients/unique-numbers.ts'
import type { Filter } from '#kernel/filters/filter.ts'

/** Where the list shows just the client that has a number; a national number stays out of addresses. */
export function holderAddress(field: UniqueField, number: string, name: string): string {
  const filter: Filter =
    field === 'identity.nationalNumber'
      ? { field: 'identity.name', op: 'eq', value: name }
      : { field, op: 'eq', value: number }
  return `/clients?filter=${encodeURIComponent(JSON.stringify(filter))}`
}

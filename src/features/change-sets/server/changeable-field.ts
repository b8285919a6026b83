import { IN_BIN } from '#features/clients/client-fields.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import type { Catalogue } from '#features/clients/server/client-catalogue.ts'

/** A field that a set may change: one of the catalogue, or the bin, which is no column of the list. */
export const changeableField = (id: string, byId: Catalogue['byId']): ClientField | undefined =>
  id === IN_BIN.id ? IN_BIN : byId.get(id)

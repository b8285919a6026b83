import type { FirmDb } from '#platform/db/firm-db.ts'
import { clientFields } from '../client-fields.ts'
import type { ClientField } from '../fields/client-field.ts'
import { readFirmChoices } from './firm-choices-queries.ts'

/** Every field of a client that a firm has, with the values that its choices can take now. */
export interface Catalogue {
  fields: readonly ClientField[]
  byId: ReadonlyMap<string, ClientField>
}

/** For whom a catalogue is: the portfolios of which the user may know, and the state of the firm's lists. */
export interface CatalogueReader {
  db: FirmDb
  portfolios: ReadonlyMap<number, unknown>
  /** Raised by the database at every change of the lists that make up the catalogue. */
  catalogueVersion: number
}

/** Catalogues that were read before, one for each firm and set of portfolios, as long as their version holds. */
export type Catalogues = (reader: CatalogueReader) => Promise<Catalogue>

const MOST_KEPT = 500

/** Remembers catalogues between requests: reading one costs more than many a query that needs it. */
export function rememberCatalogues(): Catalogues {
  const kept = new Map<string, { version: number; catalogue: Catalogue }>()
  return async reader => {
    const portfolioIds = [...reader.portfolios.keys()]
    const key = `${reader.db.firmId} ${portfolioIds}`
    const known = kept.get(key)
    if (known?.version === reader.catalogueVersion) return known.catalogue
    const catalogue = await getCatalogue(reader.db, portfolioIds)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, { version: reader.catalogueVersion, catalogue })
    return catalogue
  }
}

/** Reads the catalogue of a firm; `portfolioIds` are the portfolios of which the reader may know. */
export async function getCatalogue(db: FirmDb, portfolioIds: readonly number[]): Promise<Catalogue> {
  const fields = clientFields(await readFirmChoices(db, portfolioIds))
  return { fields, byId: new Map(fields.map(field => [field.id, field])) }
}

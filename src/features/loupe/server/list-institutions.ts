import { inLanguage, type Language } from '#kernel/language.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { InstitutionLink } from '../loupe-api.ts'
import { institutionLinks } from './loupe-tables.ts'

/** The institutions of a firm in its order, named in a language. */
export async function listInstitutions(db: FirmDb, language: Language): Promise<InstitutionLink[]> {
  const links = await db.select(institutionLinks)
  return links
    .filter(({ hidden }) => !hidden)
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
    .map(({ id, name, url, needs, languages }) => ({
      id,
      name: inLanguage(name, language),
      url,
      needs,
      languages,
    }))
}

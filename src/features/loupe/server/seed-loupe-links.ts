import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { DEFAULT_LINKS } from '../default-links.ts'
import { institutionLinks } from './loupe-tables.ts'

/** Gives a new firm the institutions that every firm starts with. */
export async function seedLoupeLinks(tx: FirmTransaction): Promise<void> {
  await tx.insert(
    institutionLinks,
    DEFAULT_LINKS.map((link, position) => ({ ...link, languages: [...link.languages], position })),
  )
}

import type { Text } from '#kernel/language.ts'
import type { PortfolioLevel } from './portfolios-api.ts'

/** What a user may do in a portfolio, in words. */
export const LEVEL_NAMES: Readonly<Record<PortfolioLevel | 'none', Exclude<Text, string>>> = {
  none: { fr: 'Aucun accès', nl: 'Geen toegang', de: 'Kein Zugriff', en: 'No access' },
  read: { fr: 'Lit', nl: 'Leest', de: 'Liest', en: 'Reads' },
  edit: { fr: 'Modifie', nl: 'Bewerkt', de: 'Bearbeitet', en: 'Edits' },
  manage: { fr: 'Gère', nl: 'Beheert', de: 'Verwaltet', en: 'Manages' },
}

import type { Choice } from '#kernel/fields/field.ts'
import type { Text } from '#kernel/language.ts'

const choice = <V extends string>(value: V, fr: string, nl: string, de: string, en: string) =>
  ({ value, label: { fr, nl, de, en } satisfies Text }) satisfies Choice

export const CLIENT_KINDS = [
  choice('legal', 'Personne morale', 'Rechtspersoon', 'Juristische Person', 'Legal person'),
  choice('selfEmployed', 'Indépendant', 'Zelfstandige', 'Selbstständige', 'Self-employed'),
  choice('private', 'Particulier', 'Particulier', 'Privatperson', 'Private person'),
  choice(
    'noPersonality',
    'Sans personnalité juridique',
    'Zonder rechtspersoonlijkheid',
    'Ohne Rechtspersönlichkeit',
    'Without legal personality',
  ),
] as const
export type ClientKind = (typeof CLIENT_KINDS)[number]['value']

/** VAT status; articles of the Belgian VAT Code (Act of 3 July 1969). */
export const VAT_STATUSES = [
  choice('none', 'Non assujetti', 'Niet btw-plichtig', 'Nicht steuerpflichtig', 'Not liable'),
  choice(
    'pending',
    'Identification demandée',
    'Identificatie aangevraagd',
    'Identifizierung beantragt',
    'Identification requested',
  ),
  choice('monthly', 'Déposant mensuel', 'Maandaangever', 'Monatliche Erklärung', 'Monthly returns'),
  choice(
    'quarterly',
    'Déposant trimestriel',
    'Kwartaalaangever',
    'Vierteljährliche Erklärung',
    'Quarterly returns',
  ),
  choice(
    'franchise',
    'Franchise (art. 56bis)',
    'Vrijstelling (art. 56bis)',
    'Freistellung (Art. 56bis)',
    'Small-business exemption (art. 56bis)',
  ),
  choice('exempt44', 'Exempté (art. 44)', 'Vrijgesteld (art. 44)', 'Befreit (Art. 44)', 'Exempt (art. 44)'),
  choice(
    'farmer',
    'Régime agricole (art. 57)',
    'Landbouwregeling (art. 57)',
    'Landwirtschaftsregelung (Art. 57)',
    'Farmers’ scheme (art. 57)',
  ),
  choice(
    'vatGroup',
    'Membre d’une unité TVA',
    'Lid van een btw-eenheid',
    'Mitglied einer MwSt.-Einheit',
    'Member of a VAT group',
  ),
  choice('struckOff', 'Radié', 'Geschrapt', 'Gestrichen', 'Struck off'),
] as const
export type VatStatus = (typeof VAT_STATUSES)[number]['value']

/** *Assujettis identifiés*: who has a Belgian VAT number that is in use. */
export const IDENTIFIED_FOR_VAT: readonly VatStatus[] = [
  'monthly',
  'quarterly',
  'franchise',
  'farmer',
  'vatGroup',
]

export const VAT_DEDUCTIONS = [
  choice('full', 'Totale', 'Volledig', 'Vollständig', 'Full'),
  choice('mixed', 'Mixte', 'Gemengd', 'Gemischt', 'Mixed'),
  choice('partial', 'Partielle', 'Gedeeltelijk', 'Teilweise', 'Partial'),
] as const

/** Levels of the individual risk assessment (Act of 18 September 2017, art. 19). */
export const RISK_LEVELS = [
  choice('low', 'Faible', 'Laag', 'Gering', 'Low'),
  choice('standard', 'Standard', 'Standaard', 'Standard', 'Standard'),
  choice('high', 'Élevé', 'Hoog', 'Hoch', 'High'),
] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]['value']

export const BILLING_MODES = [
  choice('flat', 'Forfait', 'Forfait', 'Pauschale', 'Flat fee'),
  choice('timeBased', 'En régie', 'In regie', 'Nach Aufwand', 'Time based'),
  choice(
    'flatPlusExtras',
    'Forfait + hors forfait',
    'Forfait + extra’s',
    'Pauschale + Zusatzleistungen',
    'Flat fee + extras',
  ),
  choice('perTask', 'À l’acte', 'Per prestatie', 'Pro Leistung', 'Per task'),
  choice('none', 'Non facturé', 'Niet gefactureerd', 'Nicht berechnet', 'Not billed'),
] as const
export type BillingMode = (typeof BILLING_MODES)[number]['value']

export const PORTAL_STATES = [
  choice('none', 'Aucun', 'Geen', 'Keines', 'None'),
  choice('invited', 'Invité', 'Uitgenodigd', 'Eingeladen', 'Invited'),
  choice('active', 'Actif', 'Actief', 'Aktiv', 'Active'),
  choice('blocked', 'Bloqué', 'Geblokkeerd', 'Gesperrt', 'Blocked'),
] as const
export type PortalState = (typeof PORTAL_STATES)[number]['value']

/** The language in which the firm writes to the client. */
export const CLIENT_LANGUAGES: readonly Choice[] = [
  { ...choice('fr', 'Français', 'Frans', 'Französisch', 'French'), short: 'fr' },
  { ...choice('nl', 'Néerlandais', 'Nederlands', 'Niederländisch', 'Dutch'), short: 'nl' },
  { ...choice('de', 'Allemand', 'Duits', 'Deutsch', 'German'), short: 'de' },
  { ...choice('en', 'Anglais', 'Engels', 'Englisch', 'English'), short: 'en' },
]

import { COUNTRIES } from '#kernel/belgium/countries.ts'
import { LEGAL_FORMS } from '#kernel/belgium/legal-forms.ts'
import type { Choice, Field, FieldGroup } from '#kernel/fields/field.ts'
import type { Filter } from '#kernel/filters/filter.ts'
import type { Text } from '#kernel/language.ts'
import {
  BILLING_MODES,
  CLIENT_KINDS,
  CLIENT_LANGUAGES,
  IDENTIFIED_FOR_VAT,
  PORTAL_STATES,
  RISK_LEVELS,
  VAT_DEDUCTIONS,
  VAT_STATUSES,
} from './client-choices.ts'

/** Where a field is kept, as data; the server turns it into SQL, the browser never sees it. */
export type Storage =
  | { in: 'client'; column: string }
  | { in: 'address'; column: 'street' | 'postalCode' | 'city' | 'country' }
  | { in: 'contact'; type: 'email' | 'phone' }
  | { in: 'assignment'; roleId: number }
  | { in: 'mailPreference'; categoryId: number }
  | { in: 'labels' }
  | { in: 'active' }

export type ClientField = Field & { stored: Storage }

/** What a firm adds to the catalogue: the values of its choices and the fields that it has of its own. */
export interface FirmChoices {
  portfolios: readonly Choice[]
  users: readonly Choice[]
  labels: readonly Choice[]
  invoiceFormats: readonly Choice[]
  roles: readonly { id: number; code: string; name: Text }[]
  mailCategories: readonly { id: number; code: string; name: Text }[]
}

export const FIELD_GROUP_LABELS: Readonly<Record<FieldGroup, Text>> = {
  identity: { fr: 'Signalétique', nl: 'Identificatie', de: 'Stammdaten', en: 'Identification' },
  organisation: { fr: 'Organisation', nl: 'Organisatie', de: 'Organisation', en: 'Organisation' },
  status: { fr: 'Statut', nl: 'Status', de: 'Status', en: 'Status' },
  aml: { fr: 'Anti-blanchiment', nl: 'Antiwitwas', de: 'Geldwäsche', en: 'Anti-money laundering' },
  assignment: { fr: 'Affectation', nl: 'Toewijzing', de: 'Zuweisung', en: 'Assignment' },
  billing: { fr: 'Facturation', nl: 'Facturatie', de: 'Abrechnung', en: 'Billing' },
  portal: { fr: 'Portail client', nl: 'Klantenportaal', de: 'Kundenportal', en: 'Client portal' },
  mail: { fr: 'Courriels', nl: 'E-mails', de: 'E-Mails', en: 'E-mails' },
}

const kindIs = (...kinds: string[]): Filter => ({ field: 'identity.kind', op: 'in', value: kinds })
const EVERYONE: Filter = { all: [] }
const LEGAL = kindIs('legal')
const NATURAL = kindIs('selfEmployed', 'private')

/** Every field of a client, in the order of the columns, for one firm. */
export const clientFields = (firm: FirmChoices): readonly ClientField[] => [
  ...identityFields(firm),
  ...organisationFields,
  ...statusFields,
  ...amlFields,
  ...assignmentFields(firm),
  ...billingFields(firm),
  ...portalFields,
  ...firm.mailCategories.map(({ id, code, name }) =>
    field(`mail.${code}`, 'mail', 'yesNo', name, { in: 'mailPreference', categoryId: id }, { width: 110 }),
  ),
]

type Options = Partial<Omit<Field, 'id' | 'group' | 'kind' | 'label'>>

function field(
  id: string,
  group: FieldGroup,
  kind: Field['kind'],
  label: Text,
  stored: Storage,
  options: Options = {},
): ClientField {
  return {
    id,
    group,
    kind,
    label,
    stored,
    editable: true,
    sortable: true,
    shownByDefault: false,
    width: 130,
    ...options,
  }
}

const inClient = (column: string): Storage => ({ in: 'client', column })

const text = (fr: string, nl: string, de: string, en: string): Text => ({ fr, nl, de, en })

const identityFields = (firm: FirmChoices): ClientField[] => [
  field('identity.name', 'identity', 'text', text('Nom', 'Naam', 'Name', 'Name'), inClient('name'), {
    requiredFor: EVERYONE,
    shownByDefault: true,
    width: 250,
  }),
  field('identity.kind', 'identity', 'choice', text('Type', 'Type', 'Art', 'Type'), inClient('kind'), {
    choices: CLIENT_KINDS,
    requiredFor: EVERYONE,
    width: 140,
  }),
  field(
    'identity.legalForm',
    'identity',
    'choice',
    text('Forme juridique', 'Rechtsvorm', 'Rechtsform', 'Legal form'),
    inClient('legalForm'),
    { choices: LEGAL_FORMS, requiredFor: LEGAL, shownByDefault: true, width: 120 },
  ),
  field(
    'identity.enterpriseNumber',
    'identity',
    'enterpriseNumber',
    text('N° d’entreprise', 'Ondernemingsnummer', 'Unternehmensnummer', 'Enterprise number'),
    inClient('enterpriseNumber'),
    { requiredFor: kindIs('legal', 'selfEmployed'), shownByDefault: true, width: 140 },
  ),
  field(
    'identity.vatNumber',
    'identity',
    'vatNumber',
    text('N° TVA', 'Btw-nummer', 'MwSt.-Nummer', 'VAT number'),
    inClient('vatNumber'),
    { requiredFor: { field: 'status.vatStatus', op: 'in', value: [...IDENTIFIED_FOR_VAT] }, width: 150 },
  ),
  field(
    'identity.nationalNumber',
    'identity',
    'nationalNumber',
    text('Registre national', 'Rijksregisternummer', 'Nationalregister', 'National register'),
    inClient('nationalNumber'),
    { requiredFor: NATURAL, sortable: false, width: 140 },
  ),
  field(
    'identity.language',
    'identity',
    'choice',
    text('Langue', 'Taal', 'Sprache', 'Language'),
    inClient('language'),
    {
      choices: CLIENT_LANGUAGES,
      requiredFor: EVERYONE,
      shownByDefault: true,
      width: 90,
    },
  ),
  field(
    'identity.labels',
    'identity',
    'labels',
    text('Labels', 'Labels', 'Labels', 'Labels'),
    { in: 'labels' },
    {
      choices: firm.labels,
      sortable: false,
      shownByDefault: true,
      width: 160,
    },
  ),
  field(
    'contact.email',
    'identity',
    'email',
    text('E-mail', 'E-mail', 'E-Mail', 'E-mail'),
    { in: 'contact', type: 'email' },
    {
      requiredFor: EVERYONE,
      width: 220,
    },
  ),
  field(
    'contact.phone',
    'identity',
    'phone',
    text('Téléphone', 'Telefoon', 'Telefon', 'Phone'),
    { in: 'contact', type: 'phone' },
    {
      width: 130,
    },
  ),
  field(
    'contact.street',
    'identity',
    'text',
    text('Adresse', 'Adres', 'Adresse', 'Address'),
    { in: 'address', column: 'street' },
    {
      requiredFor: EVERYONE,
      width: 210,
    },
  ),
  field(
    'contact.postalCode',
    'identity',
    'text',
    text('Code postal', 'Postcode', 'Postleitzahl', 'Postal code'),
    { in: 'address', column: 'postalCode' },
    {
      requiredFor: EVERYONE,
      width: 100,
    },
  ),
  field(
    'contact.city',
    'identity',
    'text',
    text('Localité', 'Gemeente', 'Ort', 'Town'),
    { in: 'address', column: 'city' },
    {
      requiredFor: EVERYONE,
      width: 150,
    },
  ),
  field(
    'contact.country',
    'identity',
    'choice',
    text('Pays', 'Land', 'Land', 'Country'),
    { in: 'address', column: 'country' },
    {
      choices: COUNTRIES,
      requiredFor: EVERYONE,
      width: 110,
    },
  ),
]

const organisationFields: ClientField[] = [
  field(
    'organisation.closingDay',
    'organisation',
    'dayOfYear',
    text(
      'Clôture de l’exercice',
      'Afsluiting boekjaar',
      'Abschluss des Geschäftsjahres',
      'Financial year end',
    ),
    inClient('closingDay'),
    { requiredFor: LEGAL, width: 150 },
  ),
  field(
    'organisation.generalMeetingDay',
    'organisation',
    'dayOfYear',
    text('Date d’AG', 'Datum AV', 'Datum der GV', 'General meeting'),
    inClient('generalMeetingDay'),
    { width: 110 },
  ),
]

const statusFields: ClientField[] = [
  field(
    'status.clientSince',
    'status',
    'date',
    text('Client depuis', 'Klant sinds', 'Kunde seit', 'Client since'),
    inClient('clientSince'),
    {
      requiredFor: EVERYONE,
      shownByDefault: true,
      width: 115,
    },
  ),
  field(
    'status.clientUntil',
    'status',
    'date',
    text('Client jusqu’au', 'Klant tot', 'Kunde bis', 'Client until'),
    inClient('clientUntil'),
    {
      width: 115,
    },
  ),
  field(
    'status.vatStatus',
    'status',
    'choice',
    text('Statut TVA', 'Btw-statuut', 'MwSt.-Status', 'VAT status'),
    inClient('vatStatus'),
    {
      choices: VAT_STATUSES,
      requiredFor: kindIs('legal', 'selfEmployed', 'noPersonality'),
      shownByDefault: true,
      width: 170,
    },
  ),
  field(
    'status.vatDeduction',
    'status',
    'choice',
    text('Droit à déduction', 'Recht op aftrek', 'Vorsteuerabzug', 'Right to deduct'),
    inClient('vatDeduction'),
    { choices: VAT_DEDUCTIONS, width: 130 },
  ),
  field(
    'status.active',
    'status',
    'yesNo',
    text('Actif', 'Actief', 'Aktiv', 'Active'),
    { in: 'active' },
    {
      editable: false,
      computed: true,
      width: 80,
    },
  ),
]

const amlFields: ClientField[] = [
  field(
    'aml.riskLevel',
    'aml',
    'choice',
    text('Niveau de risque', 'Risiconiveau', 'Risikostufe', 'Risk level'),
    inClient('riskLevel'),
    {
      choices: RISK_LEVELS,
      requiredFor: EVERYONE,
      shownByDefault: true,
      width: 125,
    },
  ),
  field(
    'aml.assessedOn',
    'aml',
    'date',
    text('Évaluation le', 'Beoordeeld op', 'Bewertet am', 'Assessed on'),
    inClient('assessedOn'),
    {
      requiredFor: EVERYONE,
      width: 115,
    },
  ),
  field(
    'aml.nextReview',
    'aml',
    'date',
    text('Prochaine révision', 'Volgende herziening', 'Nächste Überprüfung', 'Next review'),
    inClient('nextReview'),
    {
      requiredFor: EVERYONE,
      expires: true,
      width: 140,
    },
  ),
  field('aml.pep', 'aml', 'yesNo', text('PPE', 'PPP', 'PEP', 'PEP'), inClient('pep'), { width: 70 }),
  field(
    'aml.engagementLetterOn',
    'aml',
    'date',
    text('Lettre de mission le', 'Opdrachtbrief op', 'Auftragsschreiben am', 'Engagement letter on'),
    inClient('engagementLetterOn'),
    { requiredFor: EVERYONE, width: 145 },
  ),
  field(
    'legal.identityCard',
    'aml',
    'identityDocument',
    text('Légal CI', 'Wettelijke IK', 'Personalausweis', 'Identity card'),
    inClient('identityCardValidUntil'),
    {
      requiredFor: NATURAL,
      expires: true,
      shownByDefault: true,
      width: 125,
    },
  ),
  field(
    'aml.uboConfirmedOn',
    'aml',
    'date',
    text(
      'Registre UBO confirmé le',
      'UBO-register bevestigd op',
      'UBO-Register bestätigt am',
      'UBO register confirmed on',
    ),
    inClient('uboConfirmedOn'),
    { requiredFor: LEGAL, width: 170 },
  ),
]

const assignmentFields = (firm: FirmChoices): ClientField[] => [
  field(
    'assignment.portfolio',
    'assignment',
    'reference',
    text('Portefeuille', 'Portefeuille', 'Portfolio', 'Portfolio'),
    inClient('portfolioId'),
    {
      choices: firm.portfolios,
      requiredFor: EVERYONE,
      width: 130,
    },
  ),
  ...firm.roles.map(({ id, code, name }) =>
    field(
      `assignment.${code}`,
      'assignment',
      'user',
      name,
      { in: 'assignment', roleId: id },
      {
        choices: firm.users,
        width: 140,
        ...(code === 'responsible' ? { requiredFor: EVERYONE, shownByDefault: true } : {}),
      },
    ),
  ),
]

const billingFields = (firm: FirmChoices): ClientField[] => [
  field(
    'billing.billedTo',
    'billing',
    'client',
    text('Client à facturer', 'Te factureren klant', 'Rechnungsempfänger', 'Client to bill'),
    inClient('billedToId'),
    { width: 170 },
  ),
  field(
    'billing.mode',
    'billing',
    'choice',
    text('Mode de facturation', 'Facturatiewijze', 'Abrechnungsart', 'Billing mode'),
    inClient('billingMode'),
    {
      choices: BILLING_MODES,
      requiredFor: EVERYONE,
      width: 160,
    },
  ),
  field(
    'billing.flatAmount',
    'billing',
    'money',
    text('Forfait', 'Forfait', 'Pauschale', 'Flat fee'),
    inClient('flatAmount'),
    {
      requiredFor: { field: 'billing.mode', op: 'in', value: ['flat', 'flatPlusExtras'] },
      width: 120,
    },
  ),
  field(
    'billing.invoiceFormat',
    'billing',
    'reference',
    text('Format de facturation', 'Factuurformaat', 'Rechnungsformat', 'Invoice format'),
    inClient('invoiceFormatId'),
    { choices: firm.invoiceFormats, width: 160 },
  ),
]

const portalFields: ClientField[] = [
  field(
    'portal.state',
    'portal',
    'choice',
    text('État du portail', 'Status portaal', 'Status des Portals', 'Portal state'),
    inClient('portalState'),
    {
      choices: PORTAL_STATES,
      editable: false,
      width: 125,
    },
  ),
  field(
    'portal.forms',
    'portal',
    'yesNo',
    text('Formulaires', 'Formulieren', 'Formulare', 'Forms'),
    inClient('portalForms'),
    {
      width: 115,
    },
  ),
]

import { COUNTRIES } from '#kernel/belgium/countries.ts'
import { LEGAL_FORMS } from '#kernel/belgium/legal-forms.ts'
import { CLIENT_KINDS, CLIENT_LANGUAGES, IDENTIFIED_FOR_VAT } from '../client-choices.ts'
import {
  type ClientField,
  COMPANIES,
  EVERYONE,
  type FirmChoices,
  field,
  inClient,
  kindIs,
  LEGAL,
  NATURAL,
  text,
} from './client-field.ts'

export const identityFields = (firm: FirmChoices): ClientField[] => [
  field('identity.name', 'identity', 'text', text('Nom', 'Naam', 'Name', 'Name'), inClient('name'), {
    requiredFor: EVERYONE,
    neverEmpty: true,
    shownByDefault: true,
    width: 250,
  }),
  field('identity.kind', 'identity', 'choice', text('Type', 'Type', 'Art', 'Type'), inClient('kind'), {
    choices: CLIENT_KINDS,
    requiredFor: EVERYONE,
    neverEmpty: true,
    width: 140,
  }),
  field(
    'identity.legalForm',
    'identity',
    'choice',
    text('Forme juridique', 'Rechtsvorm', 'Rechtsform', 'Legal form'),
    inClient('legalForm'),
    { choices: LEGAL_FORMS, requiredFor: LEGAL, appliesTo: COMPANIES, shownByDefault: true, width: 120 },
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
    { requiredFor: NATURAL, appliesTo: NATURAL, sortable: false, width: 140 },
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

import { VAT_DEDUCTIONS, VAT_STATUSES } from '../client-choices.ts'
import { type ClientField, EVERYONE, field, inClient, kindIs, text } from './client-field.ts'

export const statusFields: ClientField[] = [
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

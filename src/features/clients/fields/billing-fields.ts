import { BILLING_MODES } from '../client-choices.ts'
import { type ClientField, EVERYONE, type FirmChoices, field, inClient, text } from './client-field.ts'

export const billingFields = (firm: FirmChoices): ClientField[] => [
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

import { clientFields } from '#features/clients/client-fields.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'

/** The fields of a firm with two portfolios, three users and two labels, for tests without a database. */
export const SAMPLE_FIELDS: readonly ClientField[] = clientFields({
  portfolios: [
    { value: 1, label: 'Namur' },
    { value: 2, label: 'Gent' },
  ],
  users: [
    { value: 11, label: 'Anne Peeters', aliases: ['anne@firm.test'] },
    { value: 12, label: 'Éric Dubois', aliases: ['eric@firm.test'] },
    { value: 13, label: 'Jan De Smet', aliases: ['jan@firm.test'] },
  ],
  labels: [
    { value: 21, label: 'Horeca' },
    { value: 22, label: 'Immo' },
  ],
  invoiceFormats: [{ value: 31, label: 'Standard' }],
  roles: [
    {
      id: 41,
      code: 'responsible',
      name: { fr: 'Responsable', nl: 'Verantwoordelijke', de: 'Verantwortlicher', en: 'Responsible' },
    },
    {
      id: 42,
      code: 'assistant',
      name: { fr: 'Assistant', nl: 'Assistent', de: 'Assistent', en: 'Assistant' },
    },
  ],
  customCategories: [],
  mailCategories: [{ id: 51, code: 'vat', name: { fr: 'TVA', nl: 'Btw', de: 'MwSt.', en: 'VAT' } }],
})

export function sampleField(id: string): ClientField {
  const field = SAMPLE_FIELDS.find(one => one.id === id)
  if (!field) throw new Error(`There is no field ${id}.`)
  return field
}

import { type ClientField, type FirmChoices, field } from './client-field.ts'

export const mailFields = (firm: FirmChoices): ClientField[] =>
  firm.mailCategories.map(({ id, code, name }) =>
    field(`mail.${code}`, 'mail', 'yesNo', name, { in: 'mailPreference', categoryId: id }, { width: 110 }),
  )

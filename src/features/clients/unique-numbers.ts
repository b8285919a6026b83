import type { FieldValues } from '#kernel/fields/field.ts'

/** Numbers that two clients of a firm cannot share, but for what `uniqueNumbersOf` says. */
export const UNIQUE_FIELDS = [
  'identity.enterpriseNumber',
  'identity.vatNumber',
  'identity.nationalNumber',
] as const
export type UniqueField = (typeof UNIQUE_FIELDS)[number]

export interface UniqueNumber {
  field: UniqueField
  number: string
}

/** A client of the firm that has a number; without `client` it is none of this user's business which. */
export interface NumberHolder extends UniqueNumber {
  client?: { id: number; name: string }
}

/** The numbers that nobody else may have. The members of a VAT group share the group's VAT number. */
export const uniqueNumbersOf = (values: FieldValues): UniqueNumber[] =>
  UNIQUE_FIELDS.filter(
    field => values[field] && !(field === 'identity.vatNumber' && values['status.vatStatus'] === 'vatGroup'),
  ).map(field => ({ field, number: String(values[field]) }))

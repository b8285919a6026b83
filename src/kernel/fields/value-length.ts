import type { FieldKind } from './field.ts'

const MAX_LENGTHS: Partial<Record<FieldKind, number>> = {
  email: 254,
  phone: 60,
  labels: 1000,
  choices: 1000,
  longText: 2000,
  url: 500,
}

/** Characters that a value may have, so that no cell of the list becomes a page. */
export const maxLengthOf = (kind: FieldKind): number => MAX_LENGTHS[kind] ?? 250

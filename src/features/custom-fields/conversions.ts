import type { CustomKind } from './custom-field.ts'

const TEXTS: readonly CustomKind[] = ['text', 'longText', 'url', 'email', 'phone']
const READ_FROM_TEXT: readonly CustomKind[] = [
  ...TEXTS,
  'number',
  'money',
  'date',
  'document',
  'yesNo',
  'choice',
  'choices',
]

const CONVERSIONS: Readonly<Record<CustomKind, readonly CustomKind[]>> = {
  text: READ_FROM_TEXT,
  longText: READ_FROM_TEXT,
  url: READ_FROM_TEXT,
  email: READ_FROM_TEXT,
  phone: READ_FROM_TEXT,
  number: ['text', 'longText', 'money'],
  money: ['text', 'longText', 'number'],
  date: ['text', 'longText', 'document'],
  document: ['text', 'longText', 'date'],
  yesNo: ['text', 'longText', 'choice'],
  choice: ['text', 'longText', 'choices'],
  choices: ['text', 'longText', 'choice'],
  user: ['text', 'longText'],
  // Whom a value names is not for everybody to know, and a text would tell it.
  client: [],
}

/** What a field can become with its values, as far as they can be written that way. */
export const conversionsOf = (kind: CustomKind): CustomKind[] => CONVERSIONS[kind].filter(one => one !== kind)

import type { FieldKind } from '#kernel/fields/field.ts'

/** What a field that a firm makes can hold, in the order in which it is offered. */
export const CUSTOM_KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'yesNo',
  'choice',
  'choices',
  'user',
  'client',
  'url',
  'email',
  'phone',
  'document',
] as const
export type CustomKind = (typeof CUSTOM_KINDS)[number]

/** What a firm-made field is as a field like the others; what it chooses from are ids of its own options. */
export function fieldKindOf(kind: CustomKind): FieldKind {
  if (kind === 'choice') return 'reference'
  return kind === 'document' ? 'identityDocument' : kind
}

/** The kind of a firm-made field, by what it is as a field like the others. */
export function customKindOf(kind: FieldKind): string {
  if (kind === 'reference') return 'choice'
  return kind === 'identityDocument' ? 'document' : kind
}

/** Whether a field of the kind has options of its own to choose from. */
export const hasOptions = (kind: CustomKind): boolean => kind === 'choice' || kind === 'choices'

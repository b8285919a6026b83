import { type CustomKind, fieldKindOf, hasOptions } from '#features/custom-fields/custom-field.ts'
import type { Choice } from '#kernel/fields/field.ts'
import {
  type ClientField,
  type CustomCategory,
  type CustomColumn,
  EVERYONE,
  type FirmChoices,
  field,
} from './client-field.ts'

export const customFields = (firm: FirmChoices): ClientField[] =>
  firm.customCategories.flatMap(category => category.fields.map(one => customField(one, category, firm)))

function customField(
  { id, name, kind, required, options }: CustomCategory['fields'][number],
  { id: categoryId, name: groupLabel, isListed, criteria }: CustomCategory,
  firm: FirmChoices,
): ClientField {
  const choices = choicesOf(kind, options, firm)
  return {
    ...field(
      `custom.${id}`,
      `category.${categoryId}`,
      fieldKindOf(kind),
      name,
      { in: 'custom', fieldId: id, column: CUSTOM_COLUMNS[kind] },
      {
        ...(choices && { choices }),
        ...(criteria && { appliesTo: criteria }),
        ...(required && { requiredFor: criteria ?? EVERYONE }),
        ...(kind === 'document' && { expires: true }),
        ...(!isListed && { unlisted: true }),
        sortable: kind !== 'choices',
        shownByDefault: isListed,
        width: WIDTHS[kind] ?? 130,
      },
    ),
    groupLabel,
  }
}

function choicesOf(
  kind: CustomKind,
  options: readonly Choice[],
  { users }: FirmChoices,
): readonly Choice[] | undefined {
  if (hasOptions(kind)) return options
  return kind === 'user' ? users : undefined
}

export const CUSTOM_COLUMNS = {
  text: 'text',
  longText: 'text',
  number: 'number',
  money: 'number',
  date: 'day',
  yesNo: 'flag',
  choice: 'reference',
  choices: 'members',
  user: 'reference',
  client: 'reference',
  url: 'text',
  email: 'text',
  phone: 'text',
  document: 'day',
} as const satisfies Record<CustomKind, CustomColumn>

const WIDTHS: Readonly<Partial<Record<CustomKind, number>>> = {
  text: 160,
  longText: 220,
  yesNo: 90,
  choices: 170,
  client: 170,
  url: 200,
  email: 200,
}

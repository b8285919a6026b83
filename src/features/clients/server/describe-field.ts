import { verbsOf } from '#kernel/changes/edit.ts'
import type { Choice } from '#kernel/fields/field.ts'
import { operatorsOf } from '#kernel/fields/field-kinds.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import type { DescribedField } from '../clients-api.ts'
import { type ClientField, groupLabelOf } from '../fields/client-field.ts'

/** A field as it leaves the server: labels in one language, and nothing of where it is stored. */
export function describeField(field: ClientField, language: Language): DescribedField {
  const { id, group, kind, editable, sortable, shownByDefault, width, requiredFor, expires, choices } = field
  return {
    id,
    group,
    groupLabel: inLanguage(groupLabelOf(field), language),
    kind,
    label: inLanguage(field.label, language),
    operators: [...operatorsOf(field)],
    ...(choices && { choices: choices.map(choice => describeChoice(choice, language)) }),
    editable,
    verbs: [...verbsOf(field)],
    ...(field.appliesTo && { appliesTo: field.appliesTo }),
    neverEmpty: field.neverEmpty ?? false,
    required: requiredFor !== undefined,
    ...(requiredFor && { requiredFor }),
    ...(expires && { expires }),
    sortable,
    computed: field.computed ?? false,
    ...(field.unlisted && { unlisted: true }),
    shownByDefault,
    width,
  }
}

const describeChoice = ({ value, label, short, color, retired }: Choice, language: Language) => ({
  value,
  label: inLanguage(label, language),
  ...(short !== undefined && { short: inLanguage(short, language) }),
  ...(color !== undefined && { color }),
  ...(retired && { retired }),
})

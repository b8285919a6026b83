import type { DescribedField } from '#features/clients/clients-api.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { type CellEditing, type NotEditable, whyNoCell } from '../editing/editability.ts'
import { bulkVerbs, LABELS_FIELD } from './bulk-draft.ts'

/** A field of a bulk edit; with `barred` it is shown, and why it cannot be edited. */
export interface EditableField {
  field: DescribedField
  barred?: NotEditable | 'notBulk'
}

/** A category of the dialog; that of labels has no fields. */
export interface EditSection {
  id: string
  label: string
  fields: readonly EditableField[]
}

const LABELS = 'labels'

/** The categories of a bulk edit in the order of the columns, each with its fields; labels come after the first. */
export function editSections(fields: FieldsById, editing: CellEditing, labelsLabel: string): EditSection[] {
  const sections = new Map<string, EditSection & { fields: EditableField[] }>()
  for (const field of fields.values()) {
    if (field.id === LABELS_FIELD) continue
    const section = sections.get(field.group) ?? { id: field.group, label: field.groupLabel, fields: [] }
    sections.set(field.group, section)
    section.fields.push(editableField(field, editing))
  }
  const [first, ...others] = sections.values()
  const labels = { id: LABELS, label: labelsLabel, fields: [] }
  return first ? [first, labels, ...others] : [labels]
}

export const isLabels = ({ id }: EditSection): boolean => id === LABELS

function editableField(field: DescribedField, editing: CellEditing): EditableField {
  const barred = whyNoCell(field, editing) ?? (bulkVerbs(field).length === 0 ? 'notBulk' : undefined)
  return barred ? { field, barred } : { field }
}

import type { FieldValue } from '#kernel/fields/field.ts'
import type { CellEditorProps } from './cell-editor-props.ts'

/** The value with which an editor starts: what could not be saved before, be it nothing, or what the cell has. */
export const valueAtStart = ({
  kept,
  row,
  field,
}: Pick<CellEditorProps, 'kept' | 'row' | 'field'>): FieldValue =>
  kept === undefined ? (row.values[field.id] ?? null) : kept

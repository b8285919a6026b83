import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { Direction } from '#ui/grid/data-grid-props.ts'
import type { PickOption } from './pick-options.ts'

/** A value that was given, and what goes with it. */
export interface GivenValue {
  value: FieldValue
  /** In words, for as long as the server has not confirmed it. */
  typed: string
  /** Of the client that the value is the id of. */
  name?: string | undefined
  keepInvalid?: boolean
  /** Another field of the same client that changes with it. */
  also?: { field: string; value: FieldValue; before: FieldValue }
}

export interface CellEditorProps {
  field: DescribedField
  row: ClientRow
  today: string
  /** The element of the cell, as long as it is in sight. */
  findCell: () => HTMLElement | undefined
  /** What the editor starts with: the character that opened it, or what could not be saved before. */
  typed: string | undefined
  /** The value that could not be saved before. */
  kept?: FieldValue | undefined
  /** Of the client that it is the id of. */
  keptName?: string | undefined
  /** Why the value with which it starts was not saved. */
  reason: string | undefined
  /** Saves and leaves, going that way from the cell; without a direction the pointer has gone elsewhere already. */
  onSave: (given: GivenValue, direction?: Direction | 'stay') => void
  /** The user went elsewhere from a value that cannot be saved. */
  onLeaveBad: (typed: string, reason: string) => void
  /** Leaves everything as it was; the focus goes back to the cell unless it `isElsewhere`. */
  onCancel: (isElsewhere?: boolean) => void
}

export interface PickedEditorProps extends CellEditorProps {
  options: readonly PickOption[]
  /** Several may be ticked; else the first that is picked is it. */
  several?: boolean
  /** Called as the user types, where the options are found by the server. */
  onSearch?: (query: string) => void
}

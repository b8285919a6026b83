import type { FieldValue } from '#kernel/fields/field.ts'
import type { CellPlace } from '#ui/grid/cell-commands.ts'

/** What a user gave a cell, and the server does not have: on its way, or kept back with the reason. */
export interface CellDraft {
  place: CellPlace
  /** As it was typed, or the value in words. */
  typed: string
  /** The value that the user saw before. */
  seen: FieldValue
  /** Absent for what could not be understood. */
  value?: FieldValue
  /** Of the client that the value is the id of. */
  name?: string | undefined
  keepInvalid?: boolean | undefined
  /** Another field of the same client that changes with it. */
  also?: { field: string; value: FieldValue; before: FieldValue } | undefined
  /** Absent while it is on its way. */
  reason?: string | undefined
}

/** The drafts of all cells, whether in sight or not. */
export class CellDrafts {
  readonly #drafts = new Map<string, CellDraft>()
  readonly #onChange: (drafts: CellDrafts, row: number) => void

  constructor(onChange: (drafts: CellDrafts, row: number) => void) {
    this.#onChange = onChange
  }

  get(place: CellPlace): CellDraft | undefined {
    return this.#drafts.get(keyOf(place))
  }

  /** True while a value is on its way to the server. */
  isUnderWay(place: CellPlace): boolean {
    const draft = this.get(place)
    return draft !== undefined && draft.reason === undefined
  }

  set(draft: CellDraft): void {
    this.#drafts.set(keyOf(draft.place), draft)
    this.#onChange(this, draft.place.row)
  }

  /** Forgets a draft, unless another has taken its place. */
  forget(draft: CellDraft): void {
    if (this.get(draft.place) !== draft) return
    this.#drafts.delete(keyOf(draft.place))
    this.#onChange(this, draft.place.row)
  }

  /** Those that were kept back, in the order in which they came. */
  unsaved(): CellDraft[] {
    return [...this.#drafts.values()].filter(({ reason }) => reason !== undefined)
  }
}

const keyOf = ({ row, column }: CellPlace): string => `${row} ${column}`

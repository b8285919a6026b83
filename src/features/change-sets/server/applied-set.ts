import type { RefusalReason } from '../refusals.ts'

/** A cell that was left alone, and why. */
export interface SkippedCell {
  client: number
  field: string
  reason: RefusalReason
}

/** What became of a set; `changed` and `unchanged` count clients, `skippedCount` cells, of which `skipped` has the first. */
export interface AppliedSet {
  id: number
  state: 'applied'
  changed: number
  unchanged: number
  skipped: SkippedCell[]
  skippedCount: number
}

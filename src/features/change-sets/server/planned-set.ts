/** Clients, each counted once, as what becomes of any of its cells; `lines` counts cells. */
export interface PlanCounts {
  change: number
  unchanged: number
  refused: number
  lines: number
}

export interface PlannedSet {
  id: number
  counts: PlanCounts
  /** Cells, of which a client that changes may have some as well. */
  refusedLines: number
}

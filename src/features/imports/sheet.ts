/** A formula that was saved without its result; nothing here ever works one out. */
export interface UncomputedFormula {
  uncomputed: true
}

/** What a cell of a file holds. What Excel knows as a date is `YYYY-MM-DD` text already; null is an empty cell. */
export type Cell = string | number | boolean | null | UncomputedFormula

/** A row with at least one value: its number as Excel shows it, and its cells up to the last one with a value. */
export interface SheetRow {
  row: number
  cells: Cell[]
}

/** What is known of a sheet without reading it whole. */
export interface SheetSummary {
  name: string
  /** Rows with at least one value. */
  rows: number
  columns: number
  /** Days are counted from 1 January 1904, as old Macs did. */
  from1904: boolean
  /** The first rows, among which the header is looked for and from which samples are taken. */
  head: SheetRow[]
}

export const HEAD_ROWS = 40

/** The name that Excel gives a column: A for 0, AA for 26. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

export const isUncomputed = (cell: Cell | undefined): cell is UncomputedFormula =>
  typeof cell === 'object' && cell !== null

/** The cell as text, without white space around it; empty for an empty cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || isUncomputed(cell)) return ''
  return String(cell).trim()
}

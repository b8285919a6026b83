import type { PortfolioLevel } from '#features/portfolios/portfolios-api.ts'

/** What a user may do in a portfolio, nothing included. */
export type Level = PortfolioLevel | 'none'

/** A cell of the table of rights, headers not counted. */
export interface Place {
  row: number
  column: number
}

interface Pressed {
  key: string
  ctrlKey: boolean
}

/** Where a key leads from a cell; nowhere for a key that moves nothing. */
export function placeAfter(
  { key, ctrlKey }: Pressed,
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | undefined {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column }
    case 'ArrowDown':
      return { row: Math.min(row + 1, lastRow), column }
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) }
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, lastColumn) }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn }
    default:
      return undefined
  }
}

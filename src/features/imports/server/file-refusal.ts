import {
  MAX_CELL_LENGTH,
  MAX_COLUMNS,
  MAX_FILE_BYTES,
  MAX_ROWS,
  MAX_SHEETS,
} from '#features/imports/import-limits.ts'
import { AppError, type ErrorCode } from '#kernel/app-error.ts'

/** Why a file is not taken at all, with the code that it is answered with. The keys are texts of the imports. */
const REFUSALS = {
  wrongType: 'unsupportedFile',
  oldExcel: 'unsupportedFile',
  binaryWorkbook: 'unsupportedFile',
  openDocument: 'unsupportedFile',
  encrypted: 'unsupportedFile',
  macros: 'unsupportedFile',
  damaged: 'unsupportedFile',
  damagedCsv: 'badInput',
  rowWithoutEnd: 'badInput',
  forbiddenXml: 'unsupportedFile',
  empty: 'badInput',
  fileTooLarge: 'tooLarge',
  zipBomb: 'tooLarge',
  tooManyRows: 'tooLarge',
  tooManyColumns: 'tooLarge',
  tooManySheets: 'tooLarge',
  cellTooLong: 'tooLarge',
  tooMuchToRead: 'tooLarge',
} as const satisfies Record<string, ErrorCode>

export type FileRefusal = keyof typeof REFUSALS

const LIMITS: Partial<Record<FileRefusal, number>> = {
  fileTooLarge: MAX_FILE_BYTES / 1_000_000,
  tooManyRows: MAX_ROWS,
  tooManyColumns: MAX_COLUMNS,
  tooManySheets: MAX_SHEETS,
  cellTooLong: MAX_CELL_LENGTH,
}

/** The error that refuses a file; nothing of it is kept. */
export function refuseFile(problem: FileRefusal, params: Record<string, string | number> = {}): AppError {
  const limit = LIMITS[problem]
  return new AppError(REFUSALS[problem], {
    fields: [{ path: 'file', problem, params: { ...(limit !== undefined && { limit }), ...params } }],
  })
}

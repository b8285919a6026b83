/** What an import takes; every refusal names the limit that it met. */
export const MAX_FILE_BYTES = 50_000_000
export const MAX_ROWS = 100_000
export const MAX_COLUMNS = 500
export const MAX_SHEETS = 50
/** Characters of one cell, which is Excel's own limit. */
export const MAX_CELL_LENGTH = 32_767

/** Bytes that all parts of a workbook may have when unpacked, and the factor above which a large part is a zip bomb. */
export const MAX_UNPACKED_BYTES = 500_000_000
export const MAX_PACKED_RATIO = 200
export const MAX_PARTS = 5_000

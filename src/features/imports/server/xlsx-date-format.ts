/** The formats that need no code in the file (ECMA-376, 18.8.30), those of times without a day left out. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
]

/** Whether a number format shows a day: `dd/mm/yyyy`, but not `hh:mm` nor `[Red]0.00`. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to)
  const symbols = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  return !/general|standard/.test(symbols) && /[dy]|mmm/.test(symbols)
}

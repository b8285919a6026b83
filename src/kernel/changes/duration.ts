import { addDays, addMonths, type Day } from '../day.ts'

/** A stretch of the calendar: months first, then days, as ISO 8601-1 reads `P1M2D`. */
export interface Duration {
  months: number
  days: number
}

const DURATION = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/

/** Reads an ISO 8601 duration of whole years, months, weeks and days, such as `P1Y`, `P3M` or `P10D`. */
export function readDuration(text: unknown): Duration | undefined {
  const parts = typeof text === 'string' ? DURATION.exec(text) : null
  if (!parts) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map(part => Number(part ?? 0))
  return { months: years * 12 + months, days: weeks * 7 + days }
}

/** The day that lies a duration later, or earlier with a `sign` of −1; undefined outside the years 1 to 9999. */
export function shiftDay(day: Day, { months, days }: Duration, sign: 1 | -1): Day | undefined {
  const year = Number(day.slice(0, 4)) + Math.floor((sign * months) / 12)
  if (year < 2 || year > 9900) return undefined
  return addDays(addMonths(day, sign * months), sign * days)
}

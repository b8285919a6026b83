/** A day without a time zone, `YYYY-MM-DD`. Days compare as text. */
export type Day = string

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists, from year 1 on. */
export function isDay(value: unknown): value is Day {
  const parts = typeof value === 'string' ? DAY.exec(value) : null
  return parts !== null && dayExists(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

export function dayExists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const toDay = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`

/** The day that lies `count` days later, or earlier when it is negative. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** The day that lies so many years and months later, or earlier: the last of the month where there is no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const months = year * 12 + (month - 1) + count
  const [newYear, newMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  return toDay(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)))
}

// Making a format costs more than many a query.
const inBelgium = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' })

/** The day that it is in Belgium at a moment. */
export const belgianDay = (moment: Date): Day => inBelgium.format(moment)

/** True for a day of the year, `MM-DD`; 29 February counts. */
export const isDayOfYear = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{2}-\d{2}$/.test(value) && isDay(`2024-${value}`)

const twoDigits = (number: number): string => String(number).padStart(2, '0')

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

import { foldText } from '#kernel/text.ts'

/** The first letters by which a month is known in French, Dutch, German and English, folded. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^(fev|feb)/,
  /^(mars|maart|marz|maerz|mar$|mrt|march)/,
  /^(avr|apr)/,
  /^(mai|mei|may)/,
  /^(juin|jun)/,
  /^(juil|jul)/,
  /^(aou|aug)/,
  /^sep/,
  /^(oct|okt)/,
  /^nov/,
  /^de[cz]/,
]

/** `31/12/2025` out of `31 décembre 2025` or `31-dec-25`, and `31/12` without a year; other texts as they are. */
export function withMonthNumber(text: string): string {
  const parts =
    /^(\d{1,2})(?:er|e|st|nd|rd|th|\.)?[\s./-]*(?:de |of )?(\p{L}{3,})\.?[\s./-]*(\d{4}|\d{2})?$/u.exec(
      text.trim(),
    )
  if (!parts) return text
  const month = MONTHS.findIndex(pattern => pattern.test(foldText(parts[2] ?? ''))) + 1
  if (month === 0) return text
  return [parts[1], month, parts[3]].filter(part => part !== undefined).join('/')
}

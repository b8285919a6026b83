const NUMBER = /^-?\d{1,12}(?:\.\d{1,6})?$/

/**
 * A number of a field, given as one or as a decimal string; undefined for one with more than twelve digits before the
 * decimal sign or six behind it, up to which a floating-point number is exact enough to be written back as it came.
 */
export function numberOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  return NUMBER.test(String(value)) ? Number(value) : undefined
}

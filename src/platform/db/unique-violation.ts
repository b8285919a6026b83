const UNIQUE_VIOLATION = '23505'

/** Whether the database refused a row because another has the same key in a unique index, named as in the schema. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Error)) return false
  const refused = error as { code?: unknown; constraint?: unknown }
  return (
    (refused.code === UNIQUE_VIOLATION && refused.constraint === index) ||
    isUniqueViolation(error.cause, index)
  )
}

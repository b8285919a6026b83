import { AppError } from '#kernel/app-error.ts'

const UNIQUE_VIOLATION = '23505'
const DEADLOCK = '40P01'

/** Whether the database refused a row because another has the same key in a unique index, named as in the schema. */
export function isUniqueViolation(error: unknown, index: string): boolean {
  if (!(error instanceof Error)) return false
  const refused = error as { code?: unknown; constraint?: unknown }
  return (
    (refused.code === UNIQUE_VIOLATION && refused.constraint === index) ||
    isUniqueViolation(error.cause, index)
  )
}

/** Whether the database ended a transaction because it and another waited for each other. */
export const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && ((error as { code?: unknown }).code === DEADLOCK || isDeadlock(error.cause))

/** Runs what writes a name. Throws nameTaken when another has it in a unique index: the database has the last word. */
export async function naming<T>(index: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw isUniqueViolation(error, index) ? new AppError('nameTaken') : error
  }
}

import { AppError } from '#kernel/app-error.ts'
import { oneLine } from '#kernel/text.ts'

/** A name as it is kept, on one line. Throws badInput when nothing of what was typed can be. */
export function nameToKeep(typed: string): string {
  const name = oneLine(typed)
  if (name !== '') return name
  throw new AppError('badInput', { fields: [{ path: 'name', problem: 'missing' }] })
}

import { ConfigError } from '#platform/config.ts'
import { FolderInUse } from '#platform/db/data-folder-lock.ts'

/** By code of the system or of PostgreSQL: wrong user or password, a database that is not there. */
const MESSAGES: Readonly<Record<string, (message: string) => string>> = {
  EADDRINUSE: message => `PORT is taken by another program: stop it, or set another PORT (${message}).`,
  EADDRNOTAVAIL: message => `HOST is no address of this machine (${message}).`,
  EACCES: message => `This user may not do that (${message}).`,
  ENOTFOUND: message => `This host is not known (${message}).`,
  ECONNREFUSED: () => 'No PostgreSQL server answers at DATABASE_URL.',
  28000: message => `The server at DATABASE_URL refuses: ${message}.`,
  '28P01': message => `The server at DATABASE_URL refuses: ${message}.`,
  '3D000': message => `The server at DATABASE_URL refuses: ${message}.`,
}

/** What went wrong, in words for whoever typed the command. Throws what is not expected: that is a bug. */
export function expectedFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUse) return error.message
  const tell = error instanceof Error && 'code' in error ? MESSAGES[String(error.code)] : undefined
  if (!tell) throw error
  return tell((error as Error).message)
}

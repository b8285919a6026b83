import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Thrown when another process works on the data folder. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Fiduscope process. Stop it first, or use another DATA_DIR.`,
    )
  }
}

/**
 * Keeps a data folder for this process until it ends. The lock is an exclusive transaction on a small SQLite file,
 * which the operating system gives up however the process ends: nothing stale can be left behind.
 */
export function lockDataFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  try {
    // A process that was told to end, or killed, may need its moment to be gone.
    lock.exec('PRAGMA busy_timeout = 5000; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new FolderInUse(folder)
  }
  return { release: () => lock.close() }
}

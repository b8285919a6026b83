import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderInUse } from '#platform/db/data-folder-lock.ts'
import { openDatabase } from '#platform/db/database.ts'
import { makeDataFolder } from '#test/factories/test-database.ts'

const WRITER = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url))

describe('The embedded database', { timeout: 180_000 }, () => {
  let folder: string
  beforeEach(async () => {
    folder = await makeDataFolder()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('keeps every write that it acknowledged before its process was killed, and can be opened at once', async () => {
    for (const writes of [1, 60, 250]) {
      const acknowledged = await killAfter(writes)
      const database = await openDatabase({ dataDir: folder })
      // A killed process leaves its writes to the system; a power cut takes what was not synced.
      expect((await database.pool.query('SHOW fsync')).rows).toEqual([{ fsync: 'on' }])
      const { rows } = await database.pool.query('SELECT count(*) AS n, max(n) AS last FROM acknowledged')
      await database.close()
      expect(rows[0].n).toBe(rows[0].last)
      expect(rows[0].last).toBeGreaterThanOrEqual(acknowledged)
    }
  })

  test('refuses a second process on its folder, naming the folder', async () => {
    const writer = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(writer.stdout, 'data')
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(FolderInUse)
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(folder)
    await kill(writer)
  })

  /** Lets a process write and kills it after some writes; answers the last one that it was told is kept. */
  async function killAfter(writes: number): Promise<number> {
    const writer = spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    let last = 0
    let seen = 0
    for await (const line of createInterface({ input: writer.stdout })) {
      last = Number(line)
      seen++
      if (seen === writes) await kill(writer)
    }
    expect(seen).toBeGreaterThanOrEqual(writes)
    return last
  }
})

async function kill(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit')
  process.kill('SIGKILL')
  await ended
}

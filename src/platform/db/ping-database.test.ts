import { rmSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { makeDataFolder, onEachDatabase } from '#test/factories/test-database.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { pingDatabase } from './ping-database.ts'

onEachDatabase('A database', database => {
  test('answers, even while its only session is busy', async () => {
    expect(await pingDatabase(database())).toBe(true)
    const client = await database().pool.connect()
    const answers = await pingDatabase(database())
    client.release()
    expect(answers).toBe(true)
  })
})

test('A database that is away does not answer', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1 })
  expect(await pingDatabase({ kind: 'server', pool, listen() {}, close: () => pool.end() })).toBe(false)
})

test('An embedded database that has ended does not answer', async () => {
  const folder = await makeDataFolder()
  const embedded = await startEmbeddedPostgres(folder)
  const pool = new pg.Pool({
    stream: () => embedded.stream() as never,
    user: 'postgres',
    database: 'postgres',
    max: 1,
  })
  pool.on('error', () => {})
  await pool.query('SELECT 1')
  await embedded.close()
  expect(await pingDatabase({ kind: 'embedded', pool, listen() {}, close: () => pool.end() })).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})

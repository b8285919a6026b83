import pg from 'pg'
import { expect, test } from 'vitest'
import { onEachDatabase } from '#test/factories/test-database.ts'
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
  expect(await pingDatabase({ kind: 'server', pool, close: () => pool.end() })).toBe(false)
})

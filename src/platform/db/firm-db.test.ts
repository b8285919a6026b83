import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm } from '#test/factories/test-firm.ts'

onEachDatabase('A transaction', database => {
  const labelsOf = async (firmId: number) => {
    const { rows } = await database().pool.query<{ name: string }>(
      `SELECT name FROM labels WHERE firm_id = $1 AND name LIKE 'sent%' ORDER BY id`,
      [firmId],
    )
    return rows.map(({ name }) => name)
  }
  const added = (firmId: number, name: string) =>
    sql`INSERT INTO labels (firm_id, name, color) VALUES (${firmId}, ${name}, 'blue')`

  test('runs what is sent in the order in which it is given, and what is to come last after all of it', async () => {
    const { db } = await makeFirm(database())
    await db.transaction(async tx => {
      tx.sendLast(added(tx.firmId, 'sent last'))
      tx.send(added(tx.firmId, 'sent first'))
      expect(
        await tx.query(sql`SELECT FROM labels WHERE firm_id = ${tx.firmId} AND name = 'sent first'`),
      ).toHaveLength(1)
      await tx.query(added(tx.firmId, 'sent and awaited'))
    })
    expect(await labelsOf(db.firmId)).toEqual(['sent first', 'sent and awaited', 'sent last'])
  })

  test.each(['send', 'sendLast'] as const)(
    'fails with the error of what %s took, and writes nothing',
    async how => {
      const { db } = await makeFirm(database())
      const work = db.transaction(async tx => {
        await tx.query(added(tx.firmId, 'sent before'))
        tx[how](sql`SELECT 1 / 0`)
        await tx.query(added(tx.firmId, 'sent after'))
      })
      await expect(work).rejects.toThrow('division by zero')
      expect(await labelsOf(db.firmId)).toEqual([])
    },
  )

  test('that its work gives up writes nothing of what was sent', async () => {
    const { db } = await makeFirm(database())
    const work = db.transaction(async tx => {
      tx.send(added(tx.firmId, 'sent in vain'))
      throw new Error('given up')
    })
    await expect(work).rejects.toThrow('given up')
    expect(await labelsOf(db.firmId)).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm } from '#test/factories/test-firm.ts'
import { vacuumBusyTables } from './vacuum-busy-tables.ts'

onEachDatabase('Vacuuming', database => {
  test('takes up the tables that were changed a lot, and leaves the others', async () => {
    const { pool } = database()
    const { db } = await makeFirm(database())
    const isBusy = async (table: string) => {
      const { rows } = await pool.query<{ changed: number }>(
        'SELECT n_mod_since_analyze AS changed FROM pg_stat_user_tables WHERE relname = $1',
        [table],
      )
      return (rows[0]?.changed ?? 0) > 100
    }
    await pool.query(
      `INSERT INTO labels (firm_id, name, color) SELECT $1, 'label ' || n, 'blue' FROM generate_series(1, 500) AS n`,
      [db.firmId],
    )
    await expect.poll(() => isBusy('labels'), { timeout: 20_000 }).toBe(true)
    await vacuumBusyTables(pool)
    await expect.poll(() => isBusy('labels'), { timeout: 20_000 }).toBe(false)
  })
})

import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clients } from '#features/clients/server/client-tables.ts'
import { asWriter } from '#platform/db/as-writer.ts'
import { APPLICATION_ROLE, openFirmDb } from '#platform/db/firm-db.ts'
import { fillEveryTable } from '#test/factories/every-table.ts'
import { onEachDatabase } from '#test/factories/test-database.ts'
import { makeFirm, type TestFirm } from '#test/factories/test-firm.ts'

interface TableName {
  name: string
}

onEachDatabase('A firm', database => {
  let mine: TestFirm
  let theirs: TestFirm
  let tables: string[]

  beforeAll(async () => {
    mine = await makeFirm(database(), 'Mine')
    theirs = await makeFirm(database(), 'Theirs')
    await fillEveryTable(mine)
    await fillEveryTable(theirs)
    const { rows } = await database().pool.query<TableName>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    )
    tables = rows.map(({ name }) => name)
  })

  /** Rows of a table that the owner of the tables sees, of one firm. */
  const truth = async (table: string, firmId: number): Promise<number> => {
    const { rows } = await database().pool.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM ${table} WHERE firm_id = $1`,
      [firmId],
    )
    return rows[0]?.n ?? 0
  }

  /** As whoever may write every table. */
  const run = (statement: string) =>
    mine.db.transaction(tx => asWriter(tx, () => tx.query(sql.raw(statement))))
  const rowsOf = async (statement: string): Promise<number> => (await run(statement)).length

  test('has rows of both firms in every table, or the tests below prove nothing', async () => {
    expect(tables.length).toBeGreaterThan(12)
    for (const table of tables) {
      expect([table, await truth(table, mine.db.firmId)]).not.toEqual([table, 0])
      expect([table, await truth(table, theirs.db.firmId)]).not.toEqual([table, 0])
    }
  })

  test('leads every primary key, unique index and foreign key, and has row-level security on every table', async () => {
    const { rows } = await database().pool.query(`
      SELECT relname AS table, constraint_or_index AS key FROM (
        SELECT c.relname, i.indexrelid::regclass::text AS constraint_or_index,
          (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = i.indkey[0]) AS first_column
        FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND i.indisunique
        UNION ALL
        SELECT c.relname, k.conname,
          (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = k.conkey[1])
        FROM pg_class c JOIN pg_constraint k ON k.conrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND k.contype = 'f'
      ) AS keys WHERE first_column <> 'firm_id'`)
    expect(rows).toEqual([])
    const unprotected = await database().pool.query(`
      SELECT relname FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND NOT (relrowsecurity AND EXISTS (SELECT 1 FROM pg_policies p WHERE p.tablename = c.relname AND p.cmd = 'ALL'))`)
    expect(unprotected.rows).toEqual([])
  })

  test('works under a role that cannot pass row-level security', async () => {
    const { rows } = await database().pool.query(
      'SELECT rolsuper, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = $1',
      [APPLICATION_ROLE],
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false }])
    expect(await mine.db.query(sql`SELECT current_user AS role`)).toEqual([{ role: APPLICATION_ROLE }])
    const after = await database().pool.query(
      `SELECT current_user AS role, current_setting('fiduscope.firm_id', true) AS firm`,
    )
    expect(after.rows[0].role).not.toBe(APPLICATION_ROLE)
    expect(after.rows[0].firm ?? '').toBe('')
  })

  test('reads no row of another firm, asked for or not', async () => {
    for (const table of tables) {
      expect([table, await rowsOf(`SELECT 1 FROM ${table} WHERE firm_id = ${theirs.db.firmId}`)]).toEqual([
        table,
        0,
      ])
      expect([table, await rowsOf(`SELECT 1 FROM ${table}`)]).toEqual([
        table,
        await truth(table, mine.db.firmId),
      ])
    }
  })

  test('changes and removes no row of another firm', async () => {
    for (const table of tables) {
      const theirRows = `${table} WHERE firm_id = ${theirs.db.firmId}`
      const before = await truth(table, theirs.db.firmId)
      expect([
        table,
        await rowsOf(`UPDATE ${table} SET firm_id = firm_id WHERE firm_id = ${theirs.db.firmId} RETURNING 1`),
      ]).toEqual([table, 0])
      expect([table, await rowsOf(`DELETE FROM ${theirRows} RETURNING 1`)]).toEqual([table, 0])
      expect([table, await truth(table, theirs.db.firmId)]).toEqual([table, before])
    }
  })

  test('writes no row into another firm', async () => {
    for (const table of tables) {
      const { rows } = await database().pool.query<{ columns: string }>(
        `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attname <> 'firm_id'`,
        [table],
      )
      const columns = rows[0]?.columns ?? ''
      const list = columns ? `, ${columns}` : ''
      const copy = `INSERT INTO ${table} (firm_id${list}) SELECT ${theirs.db.firmId}${list} FROM ${table} LIMIT 1`
      await expect(run(copy), table).rejects.toMatchObject({
        message: expect.stringContaining('row-level security'),
      })
    }
  })

  test('cannot point at what another firm has, nor learn whether it is there', async () => {
    const [theirPortfolio] = theirs.portfolioIds
    const write = (portfolioId: number) =>
      mine.db.transaction(tx =>
        asWriter(tx, () => tx.insert(clients, [{ name: 'X', kind: 'legal', portfolioId }])),
      )
    const outcome = (portfolioId: number) =>
      write(portfolioId).then(String, error => String(error.cause.code))
    expect(await outcome(theirPortfolio ?? 0)).toBe('23503')
    expect(await outcome(2_000_000_000)).toBe('23503')
  })

  test('finds no client of another firm by searching', async () => {
    const found = await mine.db.query(sql`SELECT search_clients(ARRAY['%'], NULL) AS id`)
    expect(found).toHaveLength(await truth('clients', mine.db.firmId))
  })

  test('adds itself to every statement of its handle, so that it sees its rows only, even without row-level security', async () => {
    // A handle whose number is of the other firm reads the other firm: the handle decides, not the caller's condition.
    const other = openFirmDb(database(), theirs.db.firmId, 0)
    const { pool } = database()
    await pool.query('ALTER TABLE clients DISABLE ROW LEVEL SECURITY')
    expect(await mine.db.select(clients, sql`true`)).toHaveLength(await truth('clients', mine.db.firmId))
    expect(await other.select(clients, sql`true`)).toHaveLength(await truth('clients', theirs.db.firmId))
    await mine.db.transaction(tx =>
      asWriter(tx, async () => {
        const ofTheirs = sql`firm_id = ${theirs.db.firmId}`
        expect(await tx.remove(clients, ofTheirs)).toBe(0)
        expect(await tx.update(clients, { name: 'Taken' }, ofTheirs)).toBe(0)
      }),
    )
    await pool.query('ALTER TABLE clients ENABLE ROW LEVEL SECURITY')
  })
})

import { and, eq, type SQL, sql } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import type pg from 'pg'
import type { Database } from './database.ts'

/** The database role under which firm data is read and written; row-level security binds it. */
export const APPLICATION_ROLE = 'fiduscope_app'

/** A table with firm data: `firm_id` leads its primary key. */
export type FirmTable = PgTable & { firmId: PgColumn }

type NewRow<T extends FirmTable> = Omit<T['$inferInsert'], 'firmId'>

/**
 * What one user may reach: the rows of one firm. Every statement names the firm, and row-level security checks it
 * once more in the database.
 */
export interface FirmDb {
  readonly firmId: number
  readonly userId: number
  /** Runs `work` in one transaction; inside one, in that one. An error undoes all of it. */
  transaction<T>(work: (tx: FirmTransaction) => Promise<T>): Promise<T>
  select<T extends FirmTable>(table: T, where?: SQL): Promise<T['$inferSelect'][]>
  /** Writes rows and answers them as they were written. */
  insert<T extends FirmTable>(table: T, rows: readonly NewRow<T>[]): Promise<T['$inferSelect'][]>
  /** Changes rows and answers how many. */
  update<T extends FirmTable>(table: T, values: Partial<NewRow<T>>, where: SQL): Promise<number>
  /** Removes rows and answers how many. */
  remove<T extends FirmTable>(table: T, where: SQL): Promise<number>
  /** Runs a statement that names the firm itself, as `${db.firmId}`; for queries that are more than the above. */
  query<Row extends object>(statement: SQL): Promise<Row[]>
}

/** What one user may reach inside a transaction. Statements run in the order in which they are given. */
export interface FirmTransaction extends FirmDb {
  /**
   * Runs a statement that answers nothing: it goes out with what follows, which saves the way there and back. Should it
   * fail, so does the transaction, and with that error.
   */
  send(statement: SQL): void
  /** Does the same as the very last thing, on the way with the commit: for what makes others wait until then. */
  sendLast(statement: SQL): void
}

/** Opens a handle for one user of one firm. */
export function openFirmDb({ pool }: Database, firmId: number, userId: number): FirmDb {
  return handle(firmId, userId, {
    transaction: work => inTransaction(pool, firmId, work),
    query: (text, values) => inTransactionOfItsOwn(pool, firmId, text, values),
  })
}

/** How a handle reaches the database: with transactions of its own, or inside the one that it was made for. */
interface Connection {
  transaction<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T>
  query(text: string, values: unknown[]): Promise<pg.QueryResult>
}

interface OpenTransaction {
  client: pg.PoolClient
  send(text: string, values: unknown[]): void
  sendLast(text: string, values: unknown[]): void
}

function handle(firmId: number, userId: number, connection: Connection): FirmDb {
  const mine = (table: FirmTable, where?: SQL) => and(eq(table.firmId, firmId), where)
  const run = <T>(work: (tx: NodePgDatabase) => Promise<T>) =>
    connection.transaction(({ client }) => work(drizzle(client)))
  return {
    firmId,
    userId,
    transaction: work =>
      connection.transaction(open =>
        work({
          ...handle(firmId, userId, within(open)),
          send: statement => open.send(...rendered(statement)),
          sendLast: statement => open.sendLast(...rendered(statement)),
        }),
      ),
    select: (table, where) =>
      run(
        async tx =>
          await tx
            .select()
            .from(table as PgTable)
            .where(mine(table, where)),
      ) as Promise<never>,
    insert: (table, rows) =>
      run(async tx =>
        rows.length === 0
          ? []
          : await tx
              .insert(table)
              .values(rows.map(row => ({ ...row, firmId })) as never)
              .returning(),
      ) as Promise<never>,
    update: (table, values, where) =>
      run(
        async tx =>
          (
            await tx
              .update(table)
              .set(values as never)
              .where(mine(table, where))
          ).rowCount ?? 0,
      ),
    remove: (table, where) =>
      run(async tx => (await tx.delete(table).where(mine(table, where))).rowCount ?? 0),
    async query(statement) {
      return (await connection.query(...rendered(statement))).rows as never
    },
  }
}

const dialect = new PgDialect()

function rendered(statement: SQL): [text: string, values: unknown[]] {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  return [text, params]
}

const within = (open: OpenTransaction): Connection => ({
  transaction: work => work(open),
  query: (text, values) => open.client.query(text, values),
})

// One round trip. Both settings end with the transaction: a connection never keeps a firm or a role.
const begin = (firmId: number): string =>
  `BEGIN; SET LOCAL ROLE ${APPLICATION_ROLE}; SELECT set_config('fiduscope.firm_id', '${Number(firmId)}', true)`

async function inTransaction<T>(
  pool: pg.Pool,
  firmId: number,
  work: (open: OpenTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const sent = new SentStatements(client)
  const last: [text: string, values: unknown[]][] = []
  let broken = false
  try {
    sent.send(begin(firmId))
    const result = await work({
      client,
      send: (text, values) => sent.send(text, values),
      sendLast: (text, values) => last.push([text, values]),
    })
    for (const statement of last) sent.send(...statement)
    sent.send('COMMIT')
    await sent.settled()
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true
    })
    // What was awaited after it only heard that the transaction was aborted.
    throw sent.failure ?? error
  } finally {
    client.release(broken)
  }
}

/** Statements that are on their way, one behind the other, while others are awaited. */
class SentStatements {
  /** Of the first one that failed. */
  failure: unknown
  readonly #client: pg.PoolClient
  readonly #underWay: Promise<unknown>[] = []

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  send(text: string, values?: unknown[]): void {
    const answer = this.#client.query(text, values)
    answer.catch(error => {
      this.failure ??= error
    })
    this.#underWay.push(answer)
  }

  settled(): Promise<unknown> {
    return Promise.all(this.#underWay)
  }
}

/**
 * Sends the transaction around a statement together with it, which saves two round trips. Should the first part fail,
 * the transaction is aborted and PostgreSQL refuses the statement; should the statement fail, COMMIT rolls back.
 */
async function inTransactionOfItsOwn(
  pool: pg.Pool,
  firmId: number,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult> {
  const client = await pool.connect()
  const answers = await Promise.allSettled([
    client.query(begin(firmId)),
    client.query(text, values),
    client.query('COMMIT'),
  ])
  const failed = answers.find(answer => answer.status === 'rejected')
  client.release()
  if (failed) throw failed.reason
  const [, answer] = answers
  return (answer as PromiseFulfilledResult<pg.QueryResult>).value
}

/** The condition of a row-level policy: the row is of the firm that the transaction was opened for. */
export const OF_THIS_FIRM = sql.raw(`firm_id = (SELECT current_setting('fiduscope.firm_id')::integer)`)

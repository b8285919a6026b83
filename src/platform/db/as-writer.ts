import { sql } from 'drizzle-orm'
import { APPLICATION_ROLE, type FirmTransaction } from './firm-db.ts'

/** The database role that alone can write the data of clients; row-level security binds it as it does the application's. */
const WRITER_ROLE = 'fiduscope_writer'

/**
 * Lets `work` write the data of clients, inside a transaction. Only what keeps a change set of what it writes may call
 * this; the import rules see to it.
 */
export async function asWriter<T>(tx: FirmTransaction, work: () => Promise<T>): Promise<T> {
  tx.send(sql.raw(`SET LOCAL ROLE ${WRITER_ROLE}`))
  const result = await work()
  tx.send(sql.raw(`SET LOCAL ROLE ${APPLICATION_ROLE}`))
  return result
}

import pg from 'pg'
import { type Hearing, hearEmbedded, hearServer } from './announcements.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { vacuumBusyTables } from './vacuum-busy-tables.ts'

export interface Database {
  kind: 'embedded' | 'server'
  /** Connects as the owner of the tables, whom row-level security does not bind: firm data goes through FirmDb. */
  pool: pg.Pool
  /** Hears what is announced on a channel until the database is closed. */
  listen(channel: string, hearing: Hearing): void
  close(): Promise<void>
}

/** Where the data is: a PostgreSQL server, or else the embedded one in a folder of this machine. */
export interface DatabasePlace {
  databaseUrl?: string | undefined
  dataDir: string
}

const { builtins } = pg.types

/** Days stay text, moments become ISO text, 64-bit numbers numbers; money stays a decimal string. */
const READERS: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.DATE]: text => text,
  [builtins.INT8]: Number,
  [builtins.TIMESTAMPTZ]: text => new Date(text).toISOString(),
}

const types = {
  getTypeParser: (oid: number, format?: string) =>
    READERS[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
}

/** Opens the database. Throws FolderInUse when another process has the data folder. */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  if (place.databaseUrl) return openServer(place.databaseUrl)
  return openEmbedded(await startEmbeddedPostgres(place.dataDir))
}

/**
 * The list asks many short questions, which compiling them would only delay; 32 MB holds the set of clients that a
 * condition looks up, for the largest firm. The embedded database starts with the same.
 */
const SETTINGS = `SET jit = off; SET work_mem = '32MB'`

function openServer(connectionString: string): Database {
  const pool = new pg.Pool({
    connectionString,
    types: types as pg.CustomTypesConfig,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'fiduscope',
    pipeline: true,
  })
  pool.on('connect', client => {
    // One that breaks between two statements of a transaction tells so here too, which would end the process.
    client.on('error', () => {})
    void client.query(SETTINGS).catch(() => {})
  })
  ignoreIdleErrors(pool)
  const listeners: (() => Promise<void>)[] = []
  return {
    kind: 'server',
    pool,
    listen(channel, hearing) {
      listeners.push(hearServer(connectionString, channel, hearing))
    },
    async close() {
      await Promise.all(listeners.map(end => end()))
      await pool.end()
    },
  }
}

const MINUTE_MS = 60_000

function openEmbedded(embedded: EmbeddedPostgres): Database {
  const pool = new pg.Pool({
    stream: () => embedded.stream() as never,
    user: 'postgres',
    database: 'postgres',
    types: types as pg.CustomTypesConfig,
    // PGlite has one session: whoever asks for a second inside a transaction waits, and is told so in the end.
    max: 1,
    connectionTimeoutMillis: 60_000,
    pipeline: true,
    idleTimeoutMillis: 0,
  })
  ignoreIdleErrors(pool)
  // PGlite has no autovacuum. What fails here fails whoever needs the database next, and is told there.
  const vacuuming = setInterval(() => void vacuumBusyTables(pool).catch(() => {}), MINUTE_MS)
  vacuuming.unref()
  return {
    kind: 'embedded',
    pool,
    listen(channel, hearing) {
      hearEmbedded(pool, channel, hearing)
    },
    async close() {
      clearInterval(vacuuming)
      await pool.end()
      await embedded.close()
    },
  }
}

/** An idle connection that breaks is replaced at the next query; whoever needs it then sees the error. */
function ignoreIdleErrors(pool: pg.Pool): void {
  pool.on('error', () => {})
}

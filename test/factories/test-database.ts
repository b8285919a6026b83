import { createHash, randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The databases that this run tests on: always PGlite, and the server that TEST_DATABASE_URL names. */
const TESTED_DATABASES: readonly Database['kind'][] = process.env.TEST_DATABASE_URL
  ? ['embedded', 'server']
  : ['embedded']

/** Runs the same tests on each database, on an empty migrated one that is thrown away afterwards. */
export function onEachDatabase(title: string, tests: (database: () => Database) => void): void {
  describe.each(TESTED_DATABASES)(`${title} (%s)`, kind => {
    let database: Database | undefined
    beforeAll(async () => {
      database = await openTestDatabase(kind)
    }, 60_000)
    afterAll(() => database?.close())
    tests(() => {
      if (!database) throw new Error('The database is not open yet: use it inside a test.')
      return database
    })
  })
}

/** An empty migrated database; closing it removes it. */
export function openTestDatabase(kind: Database['kind']): Promise<Database> {
  return kind === 'embedded' ? openEmbeddedCopy() : openServerCopy()
}

/** A data folder whose embedded database is migrated and empty; whoever asks for it removes it. */
export async function makeDataFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fiduscope-test-'))
  cpSync(join(await embeddedTemplate(), 'postgres'), join(folder, 'postgres'), { recursive: true })
  return folder
}

async function openEmbeddedCopy(): Promise<Database> {
  const folder = await makeDataFolder()
  const database = await openDatabase({ dataDir: folder })
  return {
    ...database,
    async close() {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Making a PGlite folder takes seconds, so one is made per set of migrations and copied. */
async function embeddedTemplate(): Promise<string> {
  const template = join(ROOT, '.setup', `test-template-${migrationsHash()}`)
  if (existsSync(template)) return template
  mkdirSync(join(ROOT, '.setup'), { recursive: true })
  const building = mkdtempSync(join(ROOT, '.setup', 'building-'))
  const database = await openDatabase({ dataDir: building })
  await migrateDatabase(database)
  await database.close()
  try {
    renameSync(building, template)
  } catch {
    // Another test process was quicker.
    rmSync(building, { recursive: true, force: true })
  }
  return template
}

async function openServerCopy(): Promise<Database> {
  const { databaseUrl, remove } = await makeServerDatabase()
  const database = await openDatabase({ databaseUrl, dataDir: '' })
  return {
    ...database,
    async close() {
      await database.close()
      await remove()
    },
  }
}

/** A migrated and empty database on the server that TEST_DATABASE_URL names; whoever asks for it removes it. */
export async function makeServerDatabase(): Promise<{ databaseUrl: string; remove(): Promise<void> }> {
  const server = String(process.env.TEST_DATABASE_URL)
  const name = `fiduscope_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, async client => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${await serverTemplate(server, client)}`)
  })
  return {
    databaseUrl: databaseUrl(server, name),
    remove: () => onServer(server, client => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  }
}

async function serverTemplate(server: string, client: pg.Client): Promise<string> {
  const template = `fiduscope_template_${migrationsHash()}`
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
  if (rowCount) return template
  await client.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`)
  const database = await openDatabase({ databaseUrl: databaseUrl(server, template), dataDir: '' })
  await migrateDatabase(database)
  await database.close()
  return template
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    // One at a time: a template cannot be copied while anyone is connected to it.
    await client.query('SELECT pg_advisory_lock(1)')
    await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function migrationsHash(): string {
  const folder = join(ROOT, 'migrations')
  const hash = createHash('sha256')
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

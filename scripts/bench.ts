import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureDemoFirm, growDemoFirm } from '#app/demo-firm.ts'
import { ConfigError, readConfig } from '#platform/config.ts'
import { openDatabase } from '#platform/db/database.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'
import { loadSecret } from '#platform/secret.ts'
import { openSecretBox } from '#platform/secret-box.ts'
import type { DatabaseName, Result } from '#test/bench/bench-result.ts'
import { benchScreen } from '#test/bench/browser-bench.ts'
import { benchChanges, settle } from '#test/bench/change-bench.ts'
import { benchList } from '#test/bench/list-bench.ts'
import { startServerProcess } from '#test/bench/server-process.ts'
import { benchWriting } from '#test/bench/writing-bench.ts'
import { openPostgresServer } from './postgres.ts'
import { runCommand } from './run-command.ts'

/**
 * npm run bench [-- --clients 100000]: measures the list against hand-written SQL, changes, and the screen, on the
 * embedded database and on a PostgreSQL server: the one of which DATABASE_URL names a database for the purpose, or one
 * that is started from the binaries of this machine.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PASSWORD = 'password of the bench'

await runCommand(async () => {
  const { values } = parseArgs({ options: { clients: { type: 'string', default: '20000' } } })
  const clients = Number(values.clients)
  if (!Number.isInteger(clients) || clients < 1000 || clients > 100_000) {
    throw new ConfigError([`--clients ${values.clients} cannot be used: a whole number from 1000 to 100000.`])
  }
  const results: Record<string, Result[]> = {}
  const bench = async (name: DatabaseName, databaseUrl: string) => {
    results[name] = await benchOn(name, databaseUrl, clients)
    printTable(`${name}, ${clients} clients`, results[name])
  }
  await bench('PGlite', '')
  const server = process.env.DATABASE_URL
    ? { url: process.env.DATABASE_URL, stop: async () => {} }
    : await openPostgresServer()
  if (server) await bench('PostgreSQL', server.url).finally(server.stop)
  writeJson(clients, results)
})

async function benchOn(name: DatabaseName, databaseUrl: string, clients: number): Promise<Result[]> {
  const settings = {
    DATA_DIR: join(ROOT, `.setup/bench-${clients}`),
    DATABASE_URL: databaseUrl,
    DEMO_PASSWORD: PASSWORD,
    HOST: '127.0.0.1',
    SECRET: 'the secret of the bench, which guards nothing',
  }
  const list = await benchDatabase(settings, clients)
  const server = await startServerProcess(settings)
  const user = { email: 'admin@demo.test', password: PASSWORD }
  try {
    const limits = { filter: clients > 20_000 ? 200 : 100, memory: clients > 20_000 ? 800 : 450 }
    const screen = await benchScreen(server, user, limits)
    return [...list, ...screen, ...(await benchWriting(server, user, name))]
  } finally {
    await server.stop()
  }
}

async function benchDatabase(settings: NodeJS.ProcessEnv, clients: number): Promise<Result[]> {
  const config = readConfig(settings)
  const database = await openDatabase(config)
  try {
    await migrateDatabase(database)
    const secrets = openSecretBox(await loadSecret(config))
    console.error(`Filling a firm of ${clients} clients…`)
    await ensureDemoFirm(database, secrets, { clients, password: PASSWORD })
    const there = await growDemoFirm(database, secrets, clients)
    if (there !== clients)
      throw new ConfigError([`The database has ${there} clients: the bench needs one of its own.`])
    // The run before may have left the database as it was in the middle of changes.
    await settle(database)
    const { rows } = await database.pool.query<{ id: number }>(
      'SELECT firm_id AS id FROM firms WHERE fictional',
    )
    const firmId = rows[0]?.id ?? 0
    return [
      ...(await benchList(database, secrets, firmId)),
      ...(await benchChanges(database, secrets, firmId)),
    ]
  } finally {
    await database.close()
  }
}

function printTable(title: string, results: readonly Result[]): void {
  console.log(`\n${title}\n`)
  console.log('| work | ours | reference | ratio | target | reached |')
  console.log('|---|---:|---:|---:|---|---|')
  for (const { work, ours, reference, ratio, target, reached, unit } of results) {
    const other = reference === undefined ? '' : `${reference.toFixed(1)} ${unit}`
    console.log(
      `| ${work} | ${ours.toFixed(1)} ${unit} | ${other} | ${ratio?.toFixed(2) ?? ''} | ${target} | ${reached ? 'yes' : '**no**'} |`,
    )
  }
}

function writeJson(clients: number, results: Record<string, Result[]>): void {
  const folder = join(ROOT, 'bench-results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `bench-${clients}.json`)
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    node: process.version,
    platform: process.platform,
  }
  writeFileSync(file, `${JSON.stringify({ clients, machine, results }, null, 2)}\n`)
  console.log(`\nAlso in ${file}`)
}

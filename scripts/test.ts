import { readFileSync } from 'node:fs'
import { parseCLI, startVitest } from 'vitest/node'
import { openPostgresServer, type PostgresServer } from './postgres.ts'
import { runStaticChecks } from './static-checks.ts'
import { TestCounter } from './test-counter.ts'

/** npm test [-- filter]: every check there is; with a filter, only the tests of the files that it names. */

const args = process.argv.slice(2)
const counter = new TestCounter()

if (args.length === 0) counter.add(await runStaticChecks())
await runTests()
console.log(`${counter.passed} passed, ${counter.failed} failed`)
process.exit(counter.failed > 0 || counter.passed === 0 ? 1 : 0)

async function runTests(): Promise<void> {
  let server: PostgresServer | undefined
  try {
    server = await openPostgresServer()
    if (server) process.env.TEST_DATABASE_URL = server.url
    const { filter, options } = parseCLI(['vitest', 'run', ...args])
    const vitest = await startVitest('test', filter, {
      ...options,
      watch: false,
      reporters: ['default', counter],
    })
    await vitest.close()
    console.log(`\n${databasesLine(server)}`)
  } catch (error) {
    console.error(error)
    counter.add({ passed: 0, failed: 1 })
  } finally {
    await server?.stop()
  }
}

/** What ran where. */
function databasesLine(server: PostgresServer | undefined): string {
  const manifest = new URL('../node_modules/@electric-sql/pglite/package.json', import.meta.url)
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
  const onPglite = `${counter.onEmbedded} on PGlite ${version} (embedded)`
  const onServer = server
    ? `${counter.onServer} on PostgreSQL ${server.version} (${server.origin})`
    : 'none on a PostgreSQL server, for want of one: install it, or set TEST_DATABASE_URL'
  return `Database tests: ${onPglite}, ${onServer}`
}

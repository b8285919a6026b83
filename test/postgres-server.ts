import { openPostgresServer } from '../scripts/postgres.ts'

/** Before the database tests: a PostgreSQL server, which they find in TEST_DATABASE_URL. */
export default async function givePostgresServer(): Promise<() => Promise<void>> {
  const server = await openPostgresServer()
  if (server) process.env.TEST_DATABASE_URL = server.url
  return async () => server?.stop()
}

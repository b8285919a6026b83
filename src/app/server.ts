import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { countFirms } from '#features/firm/server/firm-queries.ts'
import { removeOldImports } from '#features/imports/server/import-queries.ts'
import { type Config, ConfigError, localUrl } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'
import { pingDatabase } from '#platform/db/ping-database.ts'
import { tidyDatabase } from '#platform/db/tidy-database.ts'
import { reportToStderr } from '#platform/http/failures.ts'
import { type Listening, listen } from '#platform/http/listen.ts'
import { loadSecret } from '#platform/secret.ts'
import { openSecretBox } from '#platform/secret-box.ts'
import { createApplication } from './application.ts'
import { type DemoSignIn, ensureDemoFirm } from './demo-firm.ts'

export interface RunningServer {
  /** Where a browser of this machine finds it. */
  address: string
  /** How to sign in to the demonstration, if this is one. */
  demo: DemoSignIn | undefined
  /** Ends within four seconds, open streams or not. */
  close(): Promise<void>
}

/** What answers, before everything is ready and after. */
interface Answering {
  database?: Database
  application?: Hono
}

const SCREEN = fileURLToPath(new URL('../../dist/web', import.meta.url))

/**
 * Starts the server and resolves when it is ready. It listens from the first moment on, so that whoever watches it
 * can tell a server that migrates from one that is down. Throws what keeps it from starting: a ConfigError,
 * FolderInUse, an error of the system or the database.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const answering: Answering = {}
  const listening = await listen(frontDoor(answering).fetch, config)
  try {
    const { port } = listening
    const demo = await prepare(answering, {
      ...config,
      publicUrl: config.publicUrl.replace(/:0$/, `:${port}`),
    })
    const stopTidying = tidyEveryDay(answering)
    return {
      address: localUrl(config.host, port),
      demo,
      close() {
        stopTidying()
        return close(listening, answering)
      },
    }
  } catch (error) {
    await close(listening, answering)
    throw error
  }
}

/** Answers for the process and its readiness, and hands everything else to the application once there is one. */
function frontDoor(answering: Answering): Hono {
  const app = new Hono()
  app.get('/healthz', context => context.text('ok'))
  app.get('/readyz', async context => {
    const { database, application } = answering
    const isReady = database !== undefined && application !== undefined && (await pingDatabase(database))
    return isReady ? context.text('ready') : context.text('not ready', 503)
  })
  app.all('*', context => {
    if (answering.application) return answering.application.fetch(context.req.raw, context.env)
    return context.text('Fiduscope is starting.', 503, { 'Retry-After': '1' })
  })
  return app
}

async function prepare(answering: Answering, config: Config): Promise<DemoSignIn | undefined> {
  const secret = await loadSecret(config)
  const database = await openDatabase(config)
  answering.database = database
  await migrateDatabase(database)
  await removeOldImports(database)
  const demo = await prepareDemo(database, secret, config)
  answering.application = createApplication(database, { publicUrl: config.publicUrl, secret, screen: SCREEN })
  return demo
}

/** Only an embedded database without any firm becomes a demonstration by itself. */
async function prepareDemo(
  database: Database,
  secret: string,
  config: Config,
): Promise<DemoSignIn | undefined> {
  const { firms, fictional } = await countFirms(database)
  const isDemo = fictional || (firms === 0 && database.kind === 'embedded')
  if (!isDemo) return undefined
  if (!isLoopback(config.host)) throw new ConfigError([demoOnLoopbackOnly(config.host)])
  const { demoClients: clients, demoPassword: password } = config
  return ensureDemoFirm(database, openSecretBox(secret), { clients, password })
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)

const demoOnLoopbackOnly = (host: string): string =>
  `HOST "${host}" cannot be used: the demo firm, whose passwords are no secret, is served to this machine only ` +
  '(127.0.0.1, ::1, localhost). Set up a real firm with "npm run firm:create" in an empty DATA_DIR first.'

const DAY_MS = 86_400_000

function tidyEveryDay({ database }: Answering): () => void {
  const timer = setInterval(() => {
    if (database) tidy(database).catch(error => reportToStderr('-', 'tidying', error))
  }, DAY_MS)
  return () => clearInterval(timer)
}

async function tidy(database: Database): Promise<void> {
  await removeOldImports(database)
  await tidyDatabase(database)
}

async function close(listening: Listening, { database }: Answering): Promise<void> {
  await listening.close()
  await database?.close()
}

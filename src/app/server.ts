import { Hono } from 'hono'
import type { Language } from '#kernel/language.ts'
import { type Config, localUrl } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { pingDatabase } from '#platform/db/ping-database.ts'
import { askedLanguage } from '#platform/http/asked-language.ts'
import { reportToStderr } from '#platform/http/failures.ts'
import { type Listening, listen } from '#platform/http/listen.ts'
import type { DemoSignIn } from './demo-firm.ts'
import type { Prepared } from './prepare-application.ts'

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
    const { demo, tidy } = await prepare(answering, {
      ...config,
      publicUrl: config.publicUrl.replace(/:0$/, `:${port}`),
    })
    const stopTidying = everyDay(tidy)
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

const STARTING: Readonly<Record<Language, string>> = {
  fr: 'Fiduscope démarre : réessayez dans un instant.',
  nl: 'Fiduscope start op: probeer het zo dadelijk opnieuw.',
  de: 'Fiduscope startet: versuchen Sie es gleich noch einmal.',
  en: 'Fiduscope is starting: try again in a moment.',
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
    const message = STARTING[askedLanguage(context.req.header('accept-language') ?? null)]
    return context.json({ error: { code: 'databaseAway', message } }, 503, { 'Retry-After': '1' })
  })
  return app
}

/** The application's modules load while the database opens: together they are most of a start. */
async function prepare(answering: Answering, config: Config): Promise<Prepared> {
  const [{ prepareApplication }, database] = await Promise.all([
    import('./prepare-application.ts'),
    openDatabase(config).then(opened => {
      answering.database = opened
      return opened
    }),
  ])
  const prepared = await prepareApplication(database, config)
  answering.application = prepared.application
  return prepared
}

const DAY_MS = 86_400_000

function everyDay(task: () => Promise<void>): () => void {
  const timer = setInterval(() => {
    task().catch(error => reportToStderr('-', 'tidying', error))
  }, DAY_MS)
  return () => clearInterval(timer)
}

async function close(listening: Listening, { database }: Answering): Promise<void> {
  await listening.close()
  await database?.close()
}

import { flushCompileCache } from 'node:module'
import { startServer } from '#app/server.ts'
import { readConfig } from '#platform/config.ts'
import { buildScreen } from './build-screen.ts'
import { expectedFailure } from './expected-failure.ts'

/** npm start: builds the screen if need be, serves it, and says where. */

type Server = Awaited<ReturnType<typeof startServer>>

let server: Server | undefined
let isEnding = false

// Ctrl+C comes twice: from the terminal, and from scripts/run.mjs.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)

try {
  const config = readConfig(process.env)
  await buildScreen()
  server = await startServer(config)
  console.log(readyLine(server))
  // For a quick next start, even if this one is killed.
  flushCompileCache()
} catch (error) {
  console.error(`Fiduscope cannot start. ${expectedFailure(error)}`)
  process.exit(1)
}

function readyLine({ address, demo }: Server): string {
  return `Fiduscope est prêt : ${address} — connectez-vous avec ${credentials(demo)}`
}

function credentials(demo: Server['demo']): string {
  if (!demo) return 'votre adresse e-mail et votre mot de passe'
  if (demo.password === undefined) return `${demo.email} (mot de passe : celui affiché au premier démarrage)`
  return `${demo.email} / ${demo.password}`
}

/** Within five seconds, whatever is still going on. */
function end(): void {
  if (isEnding) return
  isEnding = true
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 4_000).unref()
  void Promise.resolve(server?.close()).finally(leave)
}

/** An exit would wait until V8 has compiled the rest of the database, so scripts/run.mjs is asked to end this process. */
function leave(): void {
  if (process.connected) process.send?.('done')
  else process.exit(0)
}

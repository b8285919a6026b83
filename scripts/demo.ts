import { parseArgs } from 'node:util'
import { ensureDemoFirm, growDemoFirm } from '#app/demo-firm.ts'
import { withInstallation } from '#app/installation.ts'
import { ConfigError } from '#platform/config.ts'
import { runCommand } from './run-command.ts'

/** npm run demo -- --clients 20000: creates the demo firm, or grows it, to so many invented clients. */
const MOST = 100_000

await runCommand(async () => {
  const { values } = parseArgs({ options: { clients: { type: 'string' } } })
  const clients = Number(values.clients ?? 20_000)
  if (!Number.isInteger(clients) || clients < 1 || clients > MOST) {
    throw new ConfigError([`--clients ${values.clients} cannot be used: a whole number from 1 to ${MOST}.`])
  }
  await withInstallation(async ({ database, secrets }, config) => {
    const started = performance.now()
    const onProgress = (written: number) => console.error(`${written} clients…`)
    const signIn = await ensureDemoFirm(database, secrets, {
      clients,
      password: config.demoPassword,
      onProgress,
    })
    if (!signIn) {
      throw new ConfigError([
        'This installation has a real firm: the demonstration needs a DATA_DIR of its own.',
      ])
    }
    const { email, password } = signIn
    const count = await growDemoFirm(database, secrets, clients, onProgress)
    console.log(
      `The demo firm has ${count} clients (${((performance.now() - started) / 1000).toFixed(1)} s).`,
    )
    console.log(`Sign in as ${email}${password === undefined ? '' : ` / ${password}`}.`)
  })
})

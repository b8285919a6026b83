import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { expirePlans } from '#features/change-sets/server/expire-plans.ts'
import { countFirms } from '#features/firm/server/firm-queries.ts'
import { removeOldImports } from '#features/imports/server/import-queries.ts'
import { checkSecret } from '#platform/check-secret.ts'
import { type Config, ConfigError } from '#platform/config.ts'
import type { Database } from '#platform/db/database.ts'
import { forgetKeys } from '#platform/db/forget-keys.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'
import { tidyDatabase } from '#platform/db/tidy-database.ts'
import { loadSecret } from '#platform/secret.ts'
import { openSecretBox } from '#platform/secret-box.ts'
import { createApplication } from './application.ts'
import { type DemoSignIn, ensureDemoFirm } from './demo-firm.ts'

export interface Prepared {
  application: Hono
  /** How to sign in to the demonstration, if this is one. */
  demo: DemoSignIn | undefined
  /** What is to be done once a day. */
  tidy(): Promise<void>
}

const SCREEN = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Brings an opened database up to date, demo firm included, and makes the application on it. Throws ConfigError. */
export async function prepareApplication(database: Database, config: Config): Promise<Prepared> {
  const secret = await loadSecret(config)
  await migrateDatabase(database)
  await checkSecret(database, secret)
  await forgetOldThings(database)
  const demo = await prepareDemo(database, secret, config)
  return {
    application: createApplication(database, { publicUrl: config.publicUrl, secret, screen: SCREEN }),
    demo,
    async tidy() {
      await forgetOldThings(database)
      await tidyDatabase(database)
    },
  }
}

async function forgetOldThings(database: Database): Promise<void> {
  await removeOldImports(database)
  await expirePlans(database)
  await forgetKeys(database)
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

import { checkSecret } from '#platform/check-secret.ts'
import { type Config, readConfig } from '#platform/config.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { migrateDatabase } from '#platform/db/migrate.ts'
import { loadSecret } from '#platform/secret.ts'
import { openSecretBox, type SecretBox } from '#platform/secret-box.ts'

/** What a command works on: the database, up to date, and the keys of the secrets in it. */
export interface Installation {
  database: Database
  secrets: SecretBox
}

/**
 * Opens the installation that the environment names, for a command other than the server, and closes it when `work`
 * is done. Throws ConfigError, and FolderInUse while the server runs on an embedded database.
 */
export async function withInstallation(
  work: (installation: Installation, config: Config) => Promise<void>,
): Promise<void> {
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    const secret = await loadSecret(config)
    await migrateDatabase(database)
    await checkSecret(database, secret)
    await work({ database, secrets: openSecretBox(secret) }, config)
  } finally {
    await database.close()
  }
}

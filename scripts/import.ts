import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { withInstallation } from '#app/installation.ts'
import { tellFailure } from '#app/tell-failure.ts'
import { MAX_FILE_BYTES } from '#features/imports/import-limits.ts'
import type { Import, ImportRow } from '#features/imports/imports-api.ts'
import { findImporter } from '#features/imports/server/find-importer.ts'
import { importFile } from '#features/imports/server/import-file.ts'
import { AppError } from '#kernel/app-error.ts'
import { ConfigError } from '#platform/config.ts'
import { tidyDatabase } from '#platform/db/tidy-database.ts'
import { runCommand } from './run-command.ts'

// A process this short never wins back what optimising PGlite costs: 500 MB for a moment.
setFlagsFromString('--no-wasm-tier-up')
setFlagsFromString('--no-wasm-dynamic-tiering')

/**
 * npm run import -- --firm "Fiduciaire Dupont" [--portfolio Namur] [--user anne@dupont.be] [--dry-run]
 * [--accept-warnings] clients.xlsx: imports the first sheet, its columns as they are guessed.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      firm: { type: 'string' },
      portfolio: { type: 'string' },
      user: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'accept-warnings': { type: 'boolean', default: false },
    },
  })
  const [path] = positionals
  if (!values.firm || !path || positionals.length > 1) {
    throw new ConfigError(['Needed: --firm with the name or the number of a firm, and one XLSX or CSV file.'])
  }
  const file = { name: basename(path), bytes: await readBytes(path) }
  await withInstallation(async ({ database, secrets }) => {
    const { actor, portfolioId } = await findImporter(database, { ...values, firm: values.firm ?? '' })
    const options = {
      defaultPortfolio: portfolioId,
      acceptWarnings: values['accept-warnings'],
      dryRun: values['dry-run'],
    }
    const done = await importFile(actor, file, options, secrets, {
      onRow: tellRow,
      onProgress: ({ done, total }) => console.error(`${done} of ${total} clients…`),
    }).catch(tellRefusal)
    tellResult(done)
    if (done.imported) await tidyDatabase(database)
  })
})

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch(() => {
    throw new ConfigError([`${path} cannot be read.`])
  })
  // Read no more than it takes to be refused.
  return size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES) : readFile(path)
}

function tellRow({ row, outcome, name, notes }: ImportRow): void {
  for (const { column, value, message } of notes) {
    const where = column ? `, column ${column.letters} (${column.name})` : ''
    const what = value === null ? '' : ` « ${value} »`
    console.log(`row ${row}${where}: ${outcome}:${what} ${message}${name ? ` [${name}]` : ''}`)
  }
}

function tellResult({ sheets: [sheet], counts, imported }: Import): void {
  const columns = sheet?.columns ?? []
  for (const { letters, name, target } of columns)
    console.log(`column ${letters} (${name}): ${target ?? 'not imported'}`)
  console.log(
    `${counts?.rows} rows: ${counts?.accepted} ready, ${counts?.warned} with a warning, ${counts?.refused} refused, ${counts?.duplicate} duplicates.`,
  )
  console.log(imported === null ? 'Dry run: nothing was written.' : `${imported} clients were created.`)
}

function tellRefusal(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  throw new ConfigError([tellFailure(error, 'en').message])
}

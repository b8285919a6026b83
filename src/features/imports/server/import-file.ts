import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { Progress } from '#kernel/progress.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { Import, ImportRow } from '../imports-api.ts'
import { applyImport } from './apply-import.ts'
import { checkImport } from './check-import.ts'
import { deleteImport } from './import-queries.ts'
import { openReport } from './list-import-rows.ts'
import { showImport } from './show-import.ts'
import { stageImport } from './stage-import.ts'

export interface FileImportOptions {
  /** For rows that name no portfolio. */
  defaultPortfolio: number | null
  acceptWarnings: boolean
  /** Checks every row and writes nothing. */
  dryRun: boolean
}

/** What is told while a file is imported. */
export interface ImportListener {
  /** Each row about which there is something to tell, before anything is written. */
  onRow?(row: ImportRow): void
  onProgress?(progress: Progress): void
}

/** Imports a file in one go, as the command line does: its first sheet, with every column as it is guessed. */
export async function importFile(
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
  { defaultPortfolio, acceptWarnings, dryRun }: FileImportOptions,
  secrets: SecretBox,
  { onRow, onProgress }: ImportListener = {},
): Promise<Import> {
  const id = await stageImport(actor, file, secrets)
  try {
    const [sheet] = (await showImport(actor, id, secrets)).sheets
    if (!sheet) throw new AppError('notFound')
    const columns = sheet.columns.flatMap(({ column, target }) =>
      target === null ? [] : [{ column, target }],
    )
    const mapping = { sheet: 0, headerRow: sheet.headerRow, columns, defaultPortfolio }
    await checkImport(actor, id, mapping, secrets)
    const { rows, inWords } = await openReport(actor, id, secrets)
    for await (const row of rows) onRow?.(inWords(row))
    if (!dryRun) await applyImport(actor, id, { acceptWarnings }, secrets, onProgress)
    return await showImport(actor, id, secrets)
  } finally {
    await deleteImport(actor.db, id)
  }
}

import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { describeSheet } from '../describe-sheet.ts'
import type { Import, ImportSheet } from '../imports-api.ts'
import type { SheetSummary } from '../sheet.ts'
import { progressOf } from './import-progress.ts'
import { getStagedImport, type StagedImport } from './import-queries.ts'
import { openBytes } from './sealed-bytes.ts'

/** An import as its user sees it. */
export async function showImport(actor: Actor, id: number, secrets: SecretBox): Promise<Import> {
  const staged = await getStagedImport(actor.db, id)
  const { fields } = await getCatalogue(actor.db, [...actor.portfolios.keys()])
  const { fileName, state, mapping, counts, imported } = staged
  const summaries = openSheets(staged, actor.db.firmId, secrets)
  const sheets = summaries.map((sheet, index) =>
    describeSheet(sheet, index, fields, mapping?.sheet === index ? mapping.headerRow : undefined),
  )
  return { id, fileName, state, sheets, mapping, counts, imported, progress: progressOf(actor.db, id) }
}

/** A sheet of an import as it looks below another header row. */
export async function showSheet(
  actor: Actor,
  id: number,
  place: { sheet: number; headerRow: number },
  secrets: SecretBox,
): Promise<ImportSheet> {
  const summary = openSheets(await getStagedImport(actor.db, id), actor.db.firmId, secrets)[place.sheet]
  if (!summary) throw new AppError('notFound')
  const { fields } = await getCatalogue(actor.db, [...actor.portfolios.keys()])
  return describeSheet(summary, place.sheet, fields, place.headerRow)
}

export const openSheets = ({ sheets }: StagedImport, firmId: number, secrets: SecretBox): SheetSummary[] =>
  JSON.parse(openBytes(secrets, firmId, sheets).toString())

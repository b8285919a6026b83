import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { describeSheet } from '../describe-sheet.ts'
import type { Import, ImportSheet } from '../imports-api.ts'
import { getStagedImport, type StagedImport } from './import-queries.ts'
import { openBytes } from './sealed-bytes.ts'
import type { StagedSheet } from './stage-sheets.ts'

/** An import as its user sees it. */
export async function showImport(actor: Actor, id: number, secrets: SecretBox): Promise<Import> {
  const staged = await getStagedImport(actor.db, id)
  const { fileName, state, mapping, counts, imported } = staged
  const sheets = openSheets(staged, actor.db.firmId, secrets).map(({ guess }) => guess)
  return { id, fileName, state, sheets, mapping, counts, imported }
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

export const openSheets = ({ sheets }: StagedImport, firmId: number, secrets: SecretBox): StagedSheet[] =>
  JSON.parse(openBytes(secrets, firmId, sheets).toString())

import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { findNumberHolders } from '#features/clients/server/number-holders-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { importableFields } from '../import-targets.ts'
import type { ImportMapping } from '../imports-api.ts'
import { getImportPart, getStagedImport, saveCheck } from './import-queries.ts'
import { refuseMapping } from './refuse-mapping.ts'
import { checkInThread } from './run-import-job.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { openSheets } from './show-import.ts'

/** Tries every row of a sheet with these columns and keeps what could come in and what there is to tell. */
export async function checkImport(
  actor: Actor,
  id: number,
  mapping: ImportMapping,
  secrets: SecretBox,
): Promise<void> {
  const { db } = actor
  const sheets = openSheets(await getStagedImport(db, id), db.firmId, secrets)
  const fields = importableFields((await getCatalogue(db, [...actor.portfolios.keys()])).fields)
  const editable = editablePortfolios(actor)
  refuseMapping(mapping, fields, sheets.length, editable)
  const content = openBytes(secrets, db.firmId, await getImportPart(db, id, 'content'))
  const rules = {
    fields,
    columns: mapping.columns,
    from1904: sheets[mapping.sheet]?.from1904 ?? false,
    defaultPortfolio: mapping.defaultPortfolio,
    editablePortfolios: editable,
  }
  const { counts, accepted, report } = await checkInThread({ ...mapping, content, rules }, numbers =>
    findNumberHolders(db, actor, numbers, secrets),
  )
  const seal = (bytes: Uint8Array) => sealBytes(secrets, db.firmId, bytes)
  await saveCheck(db, id, { mapping, counts, accepted: seal(accepted), report: seal(report) })
}

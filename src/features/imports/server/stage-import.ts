import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { mayImport } from '../import-rights.ts'
import { cleanText } from '../read-cell.ts'
import { insertImport } from './import-queries.ts'
import { readInThread } from './run-import-job.ts'
import { sealBytes } from './sealed-bytes.ts'

/** Reads a file and keeps its rows for the steps that follow; answers the import's id. Throws what refuses a file. */
export async function stageImport(
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
  secrets: SecretBox,
): Promise<number> {
  if (!mayImport(actor)) throw new AppError('noRight')
  const { fields } = await getCatalogue(actor.db, [...actor.portfolios.keys()])
  const { sheets, content } = await readInThread(file.name, file.bytes, fields)
  const seal = (bytes: Uint8Array) => sealBytes(secrets, actor.db.firmId, bytes)
  return insertImport(actor.db, {
    fileName: cleanText(file.name),
    sheets: seal(Buffer.from(JSON.stringify(sheets))),
    content: seal(content),
  })
}

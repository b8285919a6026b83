import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { inLanguage } from '#kernel/language.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { RowOutcome } from '../check-rows.ts'
import type { ImportRow, ImportSheet } from '../imports-api.ts'
import { problemInWords } from '../problem-words.ts'
import type { RowNote } from '../read-row.ts'
import type { ReportedRow } from './check-sheet.ts'
import { getImportPart } from './import-queries.ts'
import { unpackLines } from './packed-rows.ts'
import { openBytes } from './sealed-bytes.ts'
import { showImport } from './show-import.ts'

interface Wanted {
  outcomes?: readonly RowOutcome[] | undefined
  offset: number
  limit: number
}

/** A page of the rows about which there is something to tell, in the order of the file and in the user's language. */
export async function listImportRows(
  actor: Actor,
  id: number,
  { outcomes, offset, limit }: Wanted,
  secrets: SecretBox,
): Promise<{ rows: ImportRow[]; total: number }> {
  const { db, preferences } = actor
  const { sheets, mapping } = await showImport(actor, id, secrets)
  const { byId } = await getCatalogue(db, [...actor.portfolios.keys()])
  const columns = sheets[mapping?.sheet ?? 0]?.columns ?? []
  const toNote = (note: RowNote): ImportRow['notes'][number] => ({
    level: note.level,
    reason: note.reason,
    message: problemInWords(note.reason, note.params ?? {}, preferences.language),
    column: columnOf(note, columns),
    field: note.field ? inLanguage(byId.get(note.field)?.label ?? note.field, preferences.language) : null,
    value: note.value ?? null,
    client: note.client ?? null,
  })
  const rows: ImportRow[] = []
  let total = 0
  for await (const row of unpackLines<ReportedRow>(
    openBytes(secrets, db.firmId, await getImportPart(db, id, 'report')),
  )) {
    if (outcomes && !outcomes.includes(row.outcome)) continue
    if (total >= offset && rows.length < limit) rows.push({ ...row, notes: row.notes.map(toNote) })
    total++
  }
  return { rows, total }
}

function columnOf(
  { column }: RowNote,
  columns: ImportSheet['columns'],
): ImportRow['notes'][number]['column'] {
  const found = columns.find(one => one.column === column)
  return found ? { letters: found.letters, name: found.name } : null
}

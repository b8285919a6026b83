import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { FieldsById } from '#kernel/fields/field.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { acceptedValues, withPortfolios } from '../accepted-values.ts'
import type { RowOutcome } from '../check-rows.ts'
import { nameOfColumn } from '../describe-sheet.ts'
import type { ImportRow } from '../imports-api.ts'
import { problemInWords } from '../problem-words.ts'
import type { RowNote } from '../read-row.ts'
import type { SheetRow } from '../sheet.ts'
import type { ReportedRow } from './check-sheet.ts'
import { getImportPart, getStagedImport } from './import-queries.ts'
import { unpackLines } from './packed-rows.ts'
import { openBytes } from './sealed-bytes.ts'
import { openSheets } from './show-import.ts'

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
  const report = await openReport(actor, id, secrets)
  const rows: ImportRow[] = []
  let total = 0
  for await (const row of report.rows) {
    if (outcomes && !outcomes.includes(row.outcome)) continue
    if (total >= offset && rows.length < limit) rows.push(report.inWords(row))
    total++
  }
  return { rows, total }
}

/** All rows about which there is something to tell, and how each is told to this user. */
export async function openReport(
  actor: Actor,
  id: number,
  secrets: SecretBox,
): Promise<{ rows: AsyncGenerator<ReportedRow>; inWords(row: ReportedRow): ImportRow }> {
  const { db, preferences } = actor
  const staged = await getStagedImport(db, id)
  const { byId } = await getCatalogue(db, [...actor.portfolios.keys()])
  const { sheet = 0, headerRow } = staged.mapping ?? {}
  const header = openSheets(staged, db.firmId, secrets)[sheet]?.head.find(({ row }) => row === headerRow)
  const editable = editablePortfolios(actor)
  const fields = new Map([...byId.values()].map(field => [field.id, withPortfolios(field, editable)]))
  const toNote = (note: RowNote) => noteInWords(note, fields, header, preferences.language)
  return {
    rows: unpackLines<ReportedRow>(openBytes(secrets, db.firmId, await getImportPart(db, id, 'report'))),
    inWords: row => ({ ...row, notes: worstFirst(row.notes).map(toNote) }),
  }
}

const LEVELS: readonly RowNote['level'][] = ['refusal', 'warning', 'information']

const worstFirst = (notes: readonly RowNote[]): RowNote[] =>
  notes.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))

function noteInWords(
  { level, reason, params, column, field: id, value, client }: RowNote,
  fields: FieldsById,
  header: SheetRow | undefined,
  language: Language,
): ImportRow['notes'][number] {
  const field = id === undefined ? undefined : fields.get(id)
  const accepted = field ? acceptedValues(field, language) : ''
  return {
    level,
    reason,
    message: problemInWords(reason, { accepted, ...params }, language),
    column: column === undefined ? null : nameOfColumn(column, header),
    field: field ? inLanguage(field.label, language) : (id ?? null),
    value: value ?? null,
    client: client ?? null,
  }
}

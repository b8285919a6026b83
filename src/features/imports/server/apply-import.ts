import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import { addClients } from '#features/change-sets/server/add-clients.ts'
import { holdLists } from '#features/change-sets/server/firm-lists-queries.ts'
import { trySeveralTimes } from '#features/change-sets/server/try-several-times.ts'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { type Catalogue, getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { findNumberHolders } from '#features/clients/server/number-holders-queries.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FieldValue, FieldValues } from '#kernel/fields/field.ts'
import { isUnknownChoice } from '#kernel/fields/field-kinds.ts'
import type { Progress } from '#kernel/progress.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { type Claim, claimsOf, type RowCounts, refusalsOfTaken } from '../check-rows.ts'
import { mayImport } from '../import-rights.ts'
import type { RowNote } from '../read-row.ts'
import type { AcceptedRow, ReportedRow, WhoHas } from './check-sheet.ts'
import { getImportPart, getStagedImport, saveImported } from './import-queries.ts'
import { packLines, unpackLines } from './packed-rows.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'

/** Rows that are read, written and forgotten at a time. */
const ROWS_AT_A_TIME = 1_000

/**
 * Creates a client for every row that the check let in, in one transaction; rows with a warning only when the user
 * accepts warnings. A row whose number a client has got since is left out and reported. Applying twice is a conflict.
 * `onProgress` hears from inside the transaction, of which the database shows nothing before it is over.
 */
export async function applyImport(
  actor: Actor,
  id: number,
  { acceptWarnings }: { acceptWarnings: boolean },
  secrets: SecretBox,
  onProgress: (progress: Progress) => void = () => {},
): Promise<void> {
  if (!mayImport(actor)) throw new AppError('noRight')
  await trySeveralTimes(() =>
    actor.db.transaction(async tx => {
      holdLists(tx)
      const { state, counts, fileName } = await getStagedImport(tx, id, { lock: true })
      if (state !== 'checked' || !counts) throw new AppError('conflict')
      const catalogue = await getCatalogue(tx, [...actor.portfolios.keys()])
      const packed = openBytes(secrets, tx.firmId, await getImportPart(tx, id, 'accepted'))
      const { rows, late } = await planRows(packed, acceptWarnings, actor, catalogue, claims =>
        findNumberHolders(tx, actor, claims, secrets),
      )
      const lateRows = new Set(late.map(({ row }) => row))
      const isWanted = ({ row, warned }: AcceptedRow) => (acceptWarnings || !warned) && !lateRows.has(row)
      const imported = rows - late.length
      onProgress({ done: 0, total: imported })
      await addClients(
        tx,
        actor,
        {
          origin: 'import',
          originName: fileName,
          pieces: inPieces(filterRows(packed, isWanted)),
          onProgress: done => onProgress({ done, total: imported }),
        },
        { catalogue, secrets },
      )
      const report = await addToReport(
        openBytes(secrets, tx.firmId, await getImportPart(tx, id, 'report')),
        late,
      )
      await saveImported(tx, id, {
        imported,
        counts: countLate(counts, late),
        report: sealBytes(secrets, tx.firmId, report),
      })
    }),
  )
}

/** A row whose number somebody has entered since the check. */
interface LateRow {
  row: number
  warned: boolean
  name: string
  note: RowNote
}

/**
 * Counts the rows that are wanted and finds the late ones among them. Throws noRight where a right was lost since,
 * conflict where the firm has given up a label, a role, a portfolio or the like: then the file is to be checked again.
 */
async function planRows(
  packed: Uint8Array,
  acceptWarnings: boolean,
  actor: Actor,
  { byId }: Catalogue,
  whoHas: WhoHas,
): Promise<{ rows: number; late: LateRow[] }> {
  const editable = editablePortfolios(actor)
  const claims: Claim[] = []
  let rows = 0
  for await (const { row, values } of filterRows(packed, ({ warned }) => acceptWarnings || !warned)) {
    if (!editable.includes(Number(values['assignment.portfolio']))) throw new AppError('noRight')
    if (!Object.entries(values).every(([id, value]) => isStillThere(byId.get(id), value))) {
      throw new AppError('conflict')
    }
    claims.push(...claimsOf(row, values))
    rows++
  }
  const refusals = refusalsOfTaken(claims, await whoHas(claims))
  if (refusals.size === 0) return { rows, late: [] }
  const late: LateRow[] = []
  for await (const { row, warned, values } of unpackLines<AcceptedRow>(packed)) {
    const note = refusals.get(row)
    if (note) late.push({ row, warned, name: String(values['identity.name']), note })
  }
  return { rows, late }
}

/** Whether the firm still has the field, and offers what a row has chosen there. */
const isStillThere = (field: ClientField | undefined, value: FieldValue): boolean =>
  field !== undefined &&
  (value === null ||
    !field.choices ||
    (Array.isArray(value) ? value : [value]).every(one => !isUnknownChoice(one, field)))

async function* filterRows(
  packed: Uint8Array,
  isWanted: (row: AcceptedRow) => boolean,
): AsyncGenerator<AcceptedRow> {
  for await (const row of unpackLines<AcceptedRow>(packed)) if (isWanted(row)) yield row
}

async function* inPieces(rows: AsyncIterable<AcceptedRow>): AsyncGenerator<FieldValues[]> {
  let piece: FieldValues[] = []
  for await (const { values } of rows) {
    piece.push(values)
    if (piece.length < ROWS_AT_A_TIME) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

async function addToReport(packed: Uint8Array, late: readonly LateRow[]): Promise<Uint8Array> {
  if (late.length === 0) return packed
  const lines = new Map<number, ReportedRow>()
  for await (const line of unpackLines<ReportedRow>(packed)) lines.set(line.row, line)
  for (const { row, name, note } of late) {
    const { cells = [], notes = [] } = lines.get(row) ?? {}
    lines.set(row, { row, name, cells, outcome: 'duplicate', notes: [...notes, note] })
  }
  return packLines([...lines.values()].sort((a, b) => a.row - b.row))
}

function countLate(counts: RowCounts, late: readonly LateRow[]): RowCounts {
  const warned = late.filter(row => row.warned).length
  return {
    ...counts,
    accepted: counts.accepted - (late.length - warned),
    warned: counts.warned - warned,
    duplicate: counts.duplicate + late.length,
  }
}

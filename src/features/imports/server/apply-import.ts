import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { createClients } from '#features/clients/server/create-clients.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FieldValues } from '#kernel/fields/field.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import { isUniqueViolation } from '#platform/db/unique-violation.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { type Claim, claimsOf, type RowCounts, refusalsOfTaken } from '../check-rows.ts'
import { mayImport } from '../import-rights.ts'
import type { ImportProgress } from '../imports-api.ts'
import type { RowNote } from '../read-row.ts'
import { editablePortfolios } from './check-import.ts'
import type { AcceptedRow, ReportedRow, WhoHas } from './check-sheet.ts'
import { getImportPart, getStagedImport, saveImported } from './import-queries.ts'
import { findNumberHolders } from './number-holders.ts'
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
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<void> {
  if (!mayImport(actor)) throw new AppError('noRight')
  await actor.db
    .transaction(async tx => {
      const { state, counts } = await getStagedImport(tx, id, { lock: true })
      if (state !== 'checked' || !counts) throw new AppError('conflict')
      const packed = openBytes(secrets, tx.firmId, await getImportPart(tx, id, 'accepted'))
      const { rows, late } = await planRows(packed, acceptWarnings, actor, claims =>
        findNumberHolders(tx, actor, claims, secrets),
      )
      const lateRows = new Set(late.map(({ row }) => row))
      const isWanted = ({ row, warned }: AcceptedRow) => (acceptWarnings || !warned) && !lateRows.has(row)
      const imported = rows - late.length
      await writeClients(tx, actor, secrets, filterRows(packed, isWanted), done =>
        onProgress({ done, total: imported }),
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
    })
    .catch(error => {
      throw isTakenNumber(error) ? new AppError('conflict') : error
    })
}

/** A row whose number somebody has entered since the check. */
interface LateRow {
  row: number
  warned: boolean
  name: string
  note: RowNote
}

/** Counts the rows that are wanted and finds the late ones among them. Throws noRight where a right was lost since. */
async function planRows(
  packed: Uint8Array,
  acceptWarnings: boolean,
  actor: Actor,
  whoHas: WhoHas,
): Promise<{ rows: number; late: LateRow[] }> {
  const editable = editablePortfolios(actor)
  const claims: Claim[] = []
  let rows = 0
  for await (const { row, values } of filterRows(packed, ({ warned }) => acceptWarnings || !warned)) {
    if (!editable.includes(Number(values['assignment.portfolio']))) throw new AppError('noRight')
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

async function* filterRows(
  packed: Uint8Array,
  isWanted: (row: AcceptedRow) => boolean,
): AsyncGenerator<AcceptedRow> {
  for await (const row of unpackLines<AcceptedRow>(packed)) if (isWanted(row)) yield row
}

async function writeClients(
  tx: FirmDb,
  actor: Actor,
  secrets: SecretBox,
  rows: AsyncIterable<AcceptedRow>,
  onWritten: (clients: number) => void,
): Promise<void> {
  const catalogue = await getCatalogue(tx, [...actor.portfolios.keys()])
  let written = 0
  let piece: FieldValues[] = []
  onWritten(0)
  const write = async () => {
    await createClients(tx, piece, catalogue, secrets)
    written += piece.length
    piece = []
    onWritten(written)
  }
  for await (const { values } of rows) {
    piece.push(values)
    if (piece.length === ROWS_AT_A_TIME) await write()
  }
  if (piece.length > 0) await write()
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

const UNIQUE_NUMBERS = ['clients_enterprise_number', 'clients_vat_number', 'clients_national_number']

/** Somebody entered one of the numbers while this transaction was under way. */
const isTakenNumber = (error: unknown): boolean =>
  UNIQUE_NUMBERS.some(index => isUniqueViolation(error, index))

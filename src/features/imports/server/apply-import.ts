import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { createClients } from '#features/clients/server/create-clients.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { claimsOf, refusalsOfTaken } from '../check-rows.ts'
import { mayImport } from '../import-rights.ts'
import { editablePortfolios } from './check-import.ts'
import type { AcceptedRow, ReportedRow, WhoHas } from './check-sheet.ts'
import { showingProgress } from './import-progress.ts'
import { getImportPart, getStagedImport, saveImported } from './import-queries.ts'
import { findNumberHolders } from './number-holders.ts'
import { packLines, unpackLines } from './packed-rows.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'

/**
 * Creates a client for every row that the check let in, in one transaction; rows with a warning only when the user
 * accepts warnings. A row whose number a client has got since is left out and reported. Applying twice is a conflict.
 */
export async function applyImport(
  actor: Actor,
  id: number,
  { acceptWarnings }: { acceptWarnings: boolean },
  secrets: SecretBox,
): Promise<void> {
  if (!mayImport(actor)) throw new AppError('noRight')
  await actor.db
    .transaction(async tx => {
      const { state, counts } = await getStagedImport(tx, id, { lock: true })
      if (state !== 'checked' || !counts) throw new AppError('conflict')
      const rows = await readAccepted(tx, id, acceptWarnings, secrets)
      refuseLostRights(rows, actor)
      const late = await dropTaken(rows, claims => findNumberHolders(tx, actor, claims, secrets))
      const catalogue = await getCatalogue(tx, [...actor.portfolios.keys()])
      const clients = rows.map(({ values }) => values)
      await showingProgress(tx, id, 'writing', clients.length, onRows =>
        createClients(tx, clients, catalogue, secrets, onRows),
      )
      await saveImported(tx, id, {
        imported: clients.length,
        counts: { ...counts, duplicate: counts.duplicate + late.length },
        report: await reportWith(tx, id, late, secrets),
      })
    })
    .catch(error => {
      throw isTakenNumber(error) ? new AppError('conflict') : error
    })
}

async function readAccepted(
  tx: FirmDb,
  id: number,
  acceptWarnings: boolean,
  secrets: SecretBox,
): Promise<AcceptedRow[]> {
  const packed = openBytes(secrets, tx.firmId, await getImportPart(tx, id, 'accepted'))
  const rows: AcceptedRow[] = []
  for await (const row of unpackLines<AcceptedRow>(packed)) if (acceptWarnings || !row.warned) rows.push(row)
  return rows
}

/** The check looked at the rights of its time. */
function refuseLostRights(rows: readonly AcceptedRow[], actor: Actor): void {
  const editable = editablePortfolios(actor)
  const isLost = rows.some(({ values }) => !editable.includes(Number(values['assignment.portfolio'])))
  if (isLost) throw new AppError('noRight')
}

/** Takes away the rows whose numbers somebody has entered since the check, and answers them. */
async function dropTaken(rows: AcceptedRow[], whoHas: WhoHas): Promise<ReportedRow[]> {
  const claims = rows.flatMap(({ row, values }) => claimsOf(row, values))
  const refusals = refusalsOfTaken(claims, await whoHas(claims))
  const taken = rows.filter(({ row }) => refusals.has(row))
  rows.splice(0, rows.length, ...rows.filter(({ row }) => !refusals.has(row)))
  return taken.map(({ row, values }) => ({
    row,
    outcome: 'duplicate',
    name: String(values['identity.name']),
    cells: [],
    notes: [refusals.get(row)].filter(note => note !== undefined),
  }))
}

async function reportWith(
  tx: FirmDb,
  id: number,
  late: readonly ReportedRow[],
  secrets: SecretBox,
): Promise<Buffer> {
  const sealed = await getImportPart(tx, id, 'report')
  if (late.length === 0) return sealed
  const lines: ReportedRow[] = []
  for await (const line of unpackLines<ReportedRow>(openBytes(secrets, tx.firmId, sealed))) lines.push(line)
  return sealBytes(secrets, tx.firmId, await packLines([...lines, ...late].sort((a, b) => a.row - b.row)))
}

const UNIQUE_VIOLATION = '23505'

/** Somebody entered one of the numbers while this transaction was under way. */
function isTakenNumber(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === UNIQUE_VIOLATION) || isTakenNumber(error.cause)
}

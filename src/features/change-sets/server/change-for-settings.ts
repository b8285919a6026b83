import type { ClientField } from '#features/clients/fields/client-field.ts'
import { type Catalogue, getCatalogue } from '#features/clients/server/client-catalogue.ts'
import { portfolios } from '#features/firm/server/firm-tables.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { ChangeSetRequest } from '../change-sets-api.ts'
import type { AppliedSet } from './applied-set.ts'
import { applyLines } from './apply-change-set.ts'
import type { ChangingActor } from './changing-actor.ts'
import { planChanges } from './plan-changes.ts'
import type { WantedCell } from './plan-lines.ts'
import { insertSettingLines, type SettingChange } from './record-settings-queries.ts'
import { wantedByEdits } from './request-changes.ts'

type Edits = NonNullable<ChangeSetRequest['edits']>

interface Consequence {
  /** Of each client that changes; clients with the same edits share them. */
  editsOf: ReadonlyMap<number, Edits>
  /** The settings from which it follows, kept in the same set. */
  settings: readonly SettingChange[]
}

/**
 * Changes clients because a setting of the firm changes: in every portfolio and in the bin, whatever the user may read.
 * Call it in the transaction that changes the setting, after `lockLists`.
 */
export async function changeForSettings(
  tx: FirmTransaction,
  { editsOf, settings }: Consequence,
  secrets: SecretBox,
): Promise<AppliedSet> {
  const { actor, catalogue } = await wholeFirm(tx)
  const wanted = new Map(
    [...new Set(editsOf.values())].map(
      edits => [edits, wantedByEdits(edits, catalogue).map(ofAnybody)] as const,
    ),
  )
  const cellsOf = (id: number) => wanted.get(editsOf.get(id) ?? []) ?? []
  const planned = await planChanges(
    tx,
    actor,
    {
      origin: 'settings',
      selection: { ids: editsOf.size },
      clientIds: [...editsOf.keys()],
      fields: [...new Set([...wanted.values()].flat().map(({ field }) => field))],
      cellsOf,
    },
    { catalogue, secrets },
  )
  const applied = await applyLines(tx, actor, planned, catalogue)
  if (applied.skippedCount > 0) {
    throw new Error(`A change of settings left ${applied.skippedCount} cells of set ${applied.id} alone.`)
  }
  await insertSettingLines(tx, applied.id, settings)
  return applied
}

/** Whoever has a value has it changed, be the field for other clients by now. */
function ofAnybody(cell: WantedCell): WantedCell {
  return { ...cell, field: forAnybody(cell.field) }
}

/** A field as if every client could have it. */
export function forAnybody({ appliesTo: _, ...field }: ClientField): ClientField {
  return field
}

/** Somebody whom nothing of a firm is closed to, and the firm's fields as they are now. */
export async function wholeFirm(
  tx: FirmTransaction,
): Promise<{ actor: ChangingActor; catalogue: Catalogue }> {
  const ids = (await tx.select(portfolios)).map(({ id }) => id).sort((a, b) => a - b)
  const actor: ChangingActor = {
    db: tx,
    userId: tx.userId,
    role: 'administrator',
    portfolios: new Map(ids.map(id => [id, 'manage'] as const)),
    reachesBin: true,
  }
  return { actor, catalogue: await getCatalogue(tx, ids) }
}

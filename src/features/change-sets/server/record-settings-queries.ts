import { eq, sql } from 'drizzle-orm'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { SettingEntity } from '../change-set.ts'
import { insertSet } from './change-set-queries.ts'
import { settingLines } from './change-set-tables.ts'

/** A setting that was changed, each value as it is told. */
export interface SettingChange {
  entity: SettingEntity
  /** 0 for the firm itself. */
  entityId: number
  /** What it is called. */
  name: string
  field: string
  before: string | null
  after: string | null
}

/**
 * Keeps in the history what a user changed in the settings of the firm: call it in the transaction that changes them.
 * What has the value already is no change. Answers the set, or nothing when nothing changed.
 */
export async function recordSettings(
  tx: FirmTransaction,
  changes: readonly SettingChange[],
): Promise<number | undefined> {
  const real = changes.filter(({ before, after }) => before !== after)
  if (real.length === 0) return undefined
  const setId = await insertSet(tx, { userId: tx.userId, origin: 'settings' })
  await insertSettingLines(tx, setId, real)
  await tx.query(sql`
    UPDATE change_sets SET state = 'applied', applied_at = now(), line_count = ${real.length}
    WHERE firm_id = ${tx.firmId} AND id = ${setId}`)
  return setId
}

/** Adds to a set what it changes in the settings. */
export async function insertSettingLines(
  tx: FirmTransaction,
  setId: number,
  changes: readonly SettingChange[],
): Promise<void> {
  await tx.insert(
    settingLines,
    changes.map(change => ({ setId, ...change })),
  )
}

/** Whether a set emptied a portfolio that is gone, to which no client can go back. */
export async function endedPortfolio(db: FirmDb, setId: number): Promise<boolean> {
  return (await db.select(settingLines, eq(settingLines.setId, setId))).some(isEndOfPortfolio)
}

export const isEndOfPortfolio = ({
  entity,
  field,
  after,
}: Pick<SettingChange, 'entity' | 'field' | 'after'>): boolean =>
  entity === 'portfolio' && field === 'name' && after === null

import { sql } from 'drizzle-orm'
import { mayCreateLabels, mayManageLabels } from '#features/labels/label-rights.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError } from '#kernel/app-error.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import { naming } from '#platform/db/unique-violation.ts'
import type { StoredSet } from './change-set-queries.ts'
import type { SettingChange } from './record-settings-queries.ts'

/** What a set did to labels. Without a name before, one was created; without a name after, it was deleted. */
export const findLabelLines = (tx: FirmTransaction, setId: number): Promise<SettingChange[]> =>
  tx.query(sql`
    SELECT entity, entity_id AS "entityId", name, field, before, after FROM setting_lines
    WHERE firm_id = ${tx.firmId} AND set_id = ${setId} AND entity = 'label' ORDER BY entity_id, field`)

/**
 * Whoever may manage labels may take back what was done to them, and whoever created one may take that back, as long as
 * it concerns no client.
 */
export const mayInvertLabels = (
  actor: Actor,
  { userId, summary }: Pick<StoredSet, 'userId' | 'summary'>,
  lines: readonly Pick<SettingChange, 'field' | 'before' | 'after'>[],
): boolean =>
  mayManageLabels(actor) ||
  (mayCreateLabels(actor) && userId === actor.userId && summary.length === 0 && lines.every(isComingOrGoing))

const isComingOrGoing = ({
  field,
  before,
  after,
}: Pick<SettingChange, 'field' | 'before' | 'after'>): boolean =>
  field === 'name' && (before === null || after === null)

export const inverted = (line: SettingChange): SettingChange => ({
  ...line,
  before: line.after,
  after: line.before,
})

/**
 * Does to labels what lines say, before clients are changed: one that comes back must be there to be put on them. Throws
 * conflict when a label is no longer as the lines found it, nameTaken when another has its name by now.
 */
export async function bringLabels(tx: FirmTransaction, lines: readonly SettingChange[]): Promise<void> {
  for (const line of lines) {
    if (isDeletion(line)) continue
    const done = await naming('labels_name', () => tx.query(changeOf(tx, line)))
    if (done.length === 0) throw new AppError('conflict')
  }
}

/** Deletes labels as lines say, after clients are changed. Throws conflict when one is on a client all the same. */
export async function dropLabels(tx: FirmTransaction, lines: readonly SettingChange[]): Promise<void> {
  for (const { entityId, before } of lines.filter(isDeletion)) {
    const dropped = await tx.query(sql`
      UPDATE labels l SET deleted_at = now()
      WHERE firm_id = ${tx.firmId} AND id = ${entityId} AND name = ${before} AND deleted_at IS NULL
        AND NOT EXISTS (SELECT FROM client_labels WHERE firm_id = l.firm_id AND label_id = l.id)
      RETURNING id`)
    if (dropped.length === 0) throw new AppError('conflict')
  }
}

const isDeletion = ({ field, after }: SettingChange): boolean => field === 'name' && after === null

function changeOf(tx: FirmTransaction, { entityId, field, before, after }: SettingChange) {
  const it = sql`firm_id = ${tx.firmId} AND id = ${entityId}`
  if (before === null) {
    return sql`UPDATE labels SET deleted_at = NULL, name = ${after}
      WHERE ${it} AND deleted_at IS NOT NULL RETURNING id`
  }
  const column = sql.identifier(field)
  return sql`UPDATE labels SET ${column} = ${after}
    WHERE ${it} AND ${column} = ${before} AND deleted_at IS NULL RETURNING id`
}

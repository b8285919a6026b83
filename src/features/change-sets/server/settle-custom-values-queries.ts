import { sql } from 'drizzle-orm'
import type { CustomColumn } from '#features/clients/fields/client-field.ts'
import { CUSTOM_COLUMNS } from '#features/clients/fields/custom-fields.ts'
import { CUSTOM_TEXT } from '#features/clients/server/cell-sql.ts'
import { CUSTOM_KINDS } from '#features/custom-fields/custom-field.ts'
import { asWriter } from '#platform/db/as-writer.ts'
import type { FirmTransaction } from '#platform/db/firm-db.ts'
import type { SettingChange } from './record-settings-queries.ts'
import { CUSTOM_COLUMN_NAMES, CUSTOM_TYPES } from './write-cells-queries.ts'

/**
 * Brings the values of fields whose kind was changed to the column of that kind, those that are written there as they
 * were before: all others have been changed by the lines of the same set.
 */
export async function settleCustomValues(
  tx: FirmTransaction,
  settings: readonly SettingChange[],
): Promise<void> {
  for (const { entityId, after } of settings.filter(isOtherKind)) {
    const kind = CUSTOM_KINDS.find(one => one === after)
    if (!kind) continue
    await asWriter(tx, async () => move(tx, entityId, CUSTOM_COLUMNS[kind]))
  }
}

function move(tx: FirmTransaction, fieldId: number, column: CustomColumn): void {
  const name = sql.identifier(column)
  const others = CUSTOM_COLUMN_NAMES.filter(one => one !== column)
  tx.send(sql`
    UPDATE client_custom_values own SET ${name} = ${valueFor(column)}, ${sql.join(
      others.map(one => sql`${sql.identifier(one)} = NULL`),
      sql`, `,
    )}
    WHERE own.firm_id = ${tx.firmId} AND own.field_id = ${fieldId} AND own.${name} IS NULL`)
}

/** One choice becomes several, or the only one of several becomes the choice; anything else keeps its text. */
function valueFor(column: CustomColumn) {
  if (column === 'members') return sql`ARRAY[own.reference]`
  if (column === 'reference') return sql`coalesce(own.members[1], own.text::integer)`
  return sql`${CUSTOM_TEXT}::${sql.raw(CUSTOM_TYPES[column])}`
}

/**
 * Whether values were written, since a set that made fields ones of another kind, into one of these: of them nobody can
 * say what they would be as values of the former kind.
 */
export async function hasWrittenSince(
  tx: FirmTransaction,
  setId: number,
  settings: readonly SettingChange[],
): Promise<boolean> {
  const fieldIds = settings.filter(isOtherKind).map(({ entityId }) => entityId)
  if (fieldIds.length === 0) return false
  const [found] = await tx.query<{ isWritten: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM change_lines l JOIN change_sets s ON s.firm_id = l.firm_id AND s.id = l.set_id
      WHERE l.firm_id = ${tx.firmId} AND l.set_id > ${setId} AND s.applied_at IS NOT NULL AND l.reason IS NULL
        AND l.before IS DISTINCT FROM l.after
        AND (l.field = ANY(${sql.param(fieldIds.map(id => `custom.${id}`))}::text[])
          OR s.origin IN ('creation', 'import', 'setup') AND EXISTS (
            SELECT FROM client_custom_values v WHERE v.firm_id = ${tx.firmId} AND v.client_id = l.client_id
              AND v.field_id = ANY(${sql.param(fieldIds)}::integer[])))
    ) AS "isWritten"`)
  return found?.isWritten ?? false
}

const isOtherKind = ({ entity, field }: SettingChange): boolean =>
  entity === 'customField' && field === 'kind'

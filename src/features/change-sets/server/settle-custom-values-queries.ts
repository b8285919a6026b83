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
  for (const { entity, entityId, field, after } of settings) {
    const kind = CUSTOM_KINDS.find(one => one === after)
    if (entity !== 'customField' || field !== 'kind' || !kind) continue
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

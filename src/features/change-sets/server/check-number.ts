import { sql } from 'drizzle-orm'
import { findNumberHolders } from '#features/clients/server/number-holders.ts'
import type { UniqueField } from '#features/clients/unique-numbers.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { Field } from '#kernel/fields/field.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { NumberCheck } from '../adding-api.ts'

const KINDS = {
  'identity.enterpriseNumber': { kind: 'enterpriseNumber', column: 'enterprise_number' },
  'identity.vatNumber': { kind: 'vatNumber', column: 'vat_number' },
  'identity.nationalNumber': { kind: 'nationalNumber', column: 'national_number_hash' },
} as const satisfies Record<UniqueField, { kind: Field['kind']; column: string }>

/** Says whether a number that is typed is another client's; nothing of clients that the user may not read but that. */
export async function checkNumber(
  actor: Actor,
  { field, number: typed }: { field: UniqueField; number: string },
  secrets: SecretBox,
): Promise<NumberCheck> {
  const { kind } = KINDS[field]
  const reading = meaningOf(kind).read(typed, { kind } as Field)
  if ('problem' in reading || typeof reading.value !== 'string') return { taken: 'no' }
  const number = reading.value
  const [holder] = await findNumberHolders(actor.db, actor, [{ field, number }], secrets)
  if (holder) return { taken: 'yes', ...(holder.client && { holder: holder.client }) }
  const binned = await findInBin(actor, field, number, secrets)
  return binned ? { taken: 'inBin', holder: binned } : { taken: 'no' }
}

/** A client in the bin that the user may read; another is no hindrance, and nothing to tell of. */
async function findInBin(
  { db, portfolios }: Actor,
  field: UniqueField,
  number: string,
  secrets: SecretBox,
): Promise<{ id: number; name: string } | undefined> {
  const { kind, column } = KINDS[field]
  const wanted =
    kind === 'nationalNumber'
      ? sql`decode(${secrets.hash(db.firmId, number).toString('hex')}, 'hex')`
      : sql`${number}`
  const [found] = await db.query<{ id: number; name: string }>(sql`
    SELECT c.id, c.name FROM clients c
    WHERE c.firm_id = ${db.firmId} AND c.deleted_at IS NOT NULL AND c.${sql.identifier(column)} = ${wanted}
      AND c.portfolio_id = ANY(${sql.param([...portfolios.keys()])}::integer[])
    ORDER BY c.deleted_at DESC LIMIT 1`)
  return found
}

import { findNumberHolders } from '#features/clients/server/number-holders-queries.ts'
import type { UniqueField } from '#features/clients/unique-numbers.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { Field } from '#kernel/fields/field.ts'
import { meaningOf } from '#kernel/fields/field-kinds.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { NumberCheck } from '../adding-api.ts'
import { findBinnedHolder } from './bin-queries.ts'

const KINDS = {
  'identity.enterpriseNumber': 'enterpriseNumber',
  'identity.vatNumber': 'vatNumber',
  'identity.nationalNumber': 'nationalNumber',
} as const satisfies Record<UniqueField, Field['kind']>

/** Says whether a number that is typed is another client's; nothing of clients that the user may not read but that. */
export async function checkNumber(
  actor: Actor,
  { field, number: typed }: { field: UniqueField; number: string },
  secrets: SecretBox,
): Promise<NumberCheck> {
  const kind = KINDS[field]
  const reading = meaningOf(kind).read(typed, { kind } as Field)
  if ('problem' in reading || typeof reading.value !== 'string') return { taken: 'no' }
  const number = reading.value
  const [holder] = await findNumberHolders(actor.db, actor, [{ field, number }], secrets)
  if (holder) return { taken: 'yes', ...(holder.client && { holder: holder.client }) }
  const binned = await findBinnedHolder(actor, { field, number }, secrets)
  return binned ? { taken: 'inBin', holder: binned } : { taken: 'no' }
}

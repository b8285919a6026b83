import { sql } from 'drizzle-orm'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { NumberHolder, UniqueField, UniqueNumber } from '../unique-numbers.ts'

/** Where the number is by which a client is found; of a national number, its keyed hash. */
export const NUMBER_COLUMNS = {
  'identity.enterpriseNumber': 'enterprise_number',
  'identity.vatNumber': 'vat_number',
  'identity.nationalNumber': 'national_number_hash',
} as const satisfies Record<UniqueField, string>

interface FoundHolder extends UniqueNumber {
  id: number
  name: string
  portfolioId: number
}

/**
 * The clients outside the bin that have one of these numbers to themselves. Of those that this user may not read, nothing is told
 * but that they are there.
 */
export async function findNumberHolders(
  db: FirmDb,
  { portfolios }: Pick<Actor, 'portfolios'>,
  numbers: readonly UniqueNumber[],
  secrets: SecretBox,
): Promise<NumberHolder[]> {
  const holders = await findHolders(db, numbers, secrets)
  return holders.map(({ field, number, id, name, portfolioId }) => ({
    field,
    number,
    ...(portfolios.has(portfolioId) && { client: { id, name } }),
  }))
}

/** The same, whoever may read them: not to be told to anybody. */
export async function findHolders(
  db: FirmDb,
  numbers: readonly UniqueNumber[],
  secrets: SecretBox,
): Promise<FoundHolder[]> {
  const numbersOf = (field: UniqueField) =>
    numbers.filter(one => one.field === field).map(({ number }) => number)
  const nationalNumbers = new Map(
    numbersOf('identity.nationalNumber').map(number => [
      secrets.hash(db.firmId, number).toString('hex'),
      number,
    ]),
  )
  const found = await queryHolders(db, {
    'identity.enterpriseNumber': numbersOf('identity.enterpriseNumber'),
    'identity.vatNumber': numbersOf('identity.vatNumber'),
    'identity.nationalNumber': [...nationalNumbers.keys()],
  })
  return found.map(holder => ({
    ...holder,
    number:
      holder.field === 'identity.nationalNumber' ? (nationalNumbers.get(holder.number) ?? '') : holder.number,
  }))
}

function queryHolders(db: FirmDb, numbers: Record<UniqueField, string[]>): Promise<FoundHolder[]> {
  const holders = (field: UniqueField, number: string) => sql`
    SELECT ${field}::text AS field, wanted.number, c.id, c.name, c.portfolio_id AS "portfolioId"
    FROM unnest(${sql.param(numbers[field])}::text[]) AS wanted (number)
    JOIN clients c ON c.firm_id = ${db.firmId} AND c.deleted_at IS NULL
      AND c.${sql.identifier(NUMBER_COLUMNS[field])} = ${sql.raw(number)}`
  return db.query<FoundHolder>(sql`
    ${holders('identity.enterpriseNumber', 'wanted.number')}
    UNION ALL ${holders('identity.vatNumber', 'wanted.number')}
      AND c.vat_status IS DISTINCT FROM 'vatGroup'
    UNION ALL ${holders('identity.nationalNumber', "decode(wanted.number, 'hex')")}`)
}

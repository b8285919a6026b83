import { sql } from 'drizzle-orm'
import type { Actor } from '#features/sign-in/server/actor.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import type { Claim, NumberHolder, UniqueField } from '../check-rows.ts'

interface FoundHolder {
  field: NumberHolder['field']
  number: string
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
  claims: readonly Claim[],
  secrets: SecretBox,
): Promise<NumberHolder[]> {
  const numbersOf = (field: UniqueField) =>
    claims.filter(claim => claim.field === field).map(claim => claim.number)
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
  return found.map(({ field, number, id, name, portfolioId }) => ({
    field,
    number: field === 'identity.nationalNumber' ? (nationalNumbers.get(number) ?? '') : number,
    ...(portfolios.has(portfolioId) && { client: { id, name } }),
  }))
}

function queryHolders(db: FirmDb, numbers: Record<UniqueField, string[]>): Promise<FoundHolder[]> {
  const holders = (field: UniqueField, number: string, column: string) => sql`
    SELECT ${field}::text AS field, wanted.number, c.id, c.name, c.portfolio_id AS "portfolioId"
    FROM unnest(${sql.param(numbers[field])}::text[]) AS wanted (number)
    JOIN clients c ON c.firm_id = ${db.firmId} AND c.deleted_at IS NULL
      AND c.${sql.identifier(column)} = ${sql.raw(number)}`
  return db.query<FoundHolder>(sql`
    ${holders('identity.enterpriseNumber', 'wanted.number', 'enterprise_number')}
    UNION ALL ${holders('identity.vatNumber', 'wanted.number', 'vat_number')}
      AND c.vat_status IS DISTINCT FROM 'vatGroup'
    UNION ALL ${holders('identity.nationalNumber', "decode(wanted.number, 'hex')", 'national_number_hash')}`)
}

import { sql } from 'drizzle-orm'
import { readEnterpriseNumber } from '#kernel/belgium/enterprise-number.ts'
import { foldText, oneLine } from '#kernel/text.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'

/** Whom a text names: the id of a client, or that there are several of that name. */
export type NamedClient = number | 'several'

/**
 * The clients that texts name, each by its whole name, accents and case aside, or by its enterprise number, be it written
 * as the VAT number: of those outside the bin that the user may read. A text that names nobody is not among the answers.
 */
export async function findNamedClients(
  db: FirmDb,
  portfolioIds: readonly number[],
  texts: readonly string[],
): Promise<Map<string, NamedClient>> {
  if (texts.length === 0) return new Map()
  const named = (by: string) => sql`
    SELECT asked.text, c.id FROM asked JOIN clients c ON c.firm_id = ${db.firmId} AND c.deleted_at IS NULL
      AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[]) AND ${sql.raw(by)}`
  const found = await db.query<{ text: string; id: number; count: number }>(sql`
    WITH asked AS (
      SELECT * FROM unnest(${sql.param(texts)}::text[], ${sql.param(texts.map(text => foldText(oneLine(text))))}::text[],
        ${sql.param(texts.map(text => readEnterpriseNumber(text) ?? null))}::text[]) AS asked (text, name, number)
    )
    SELECT text, min(id) AS id, count(*)::integer AS count
    FROM (${named('c.name_folded = asked.name')} UNION ${named('c.enterprise_number = asked.number')}) named
    GROUP BY text`)
  return new Map(found.map(({ text, id, count }) => [text, count === 1 ? id : 'several']))
}

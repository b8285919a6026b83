import { sql } from 'drizzle-orm'
import type { ClientField } from '#features/clients/fields/client-field.ts'
import { cellSql } from '#features/clients/server/cell-sql.ts'
import type { FirmDb } from '#platform/db/firm-db.ts'

/** A client as a change finds it: where it is, and the text of some of its cells in the order they were asked for. */
export interface ClientRecord {
  id: number
  portfolioId: number
  inBin: boolean
  cells: (string | null)[]
}

/** Reads cells of clients that the user may read, those in the bin included, by id. */
export async function readRecords(
  db: FirmDb,
  ids: readonly number[],
  fields: readonly ClientField[],
  portfolioIds: readonly number[],
): Promise<Map<number, ClientRecord>> {
  const columns = fields.map((field, index) => sql`${cellSql(field, db.firmId)} AS ${nameOf(index)}`)
  const records = await db.query<Omit<ClientRecord, 'cells'> & Record<string, string | null>>(sql`
    SELECT ${sql.join([sql`c.id, c.portfolio_id AS "portfolioId", c.deleted_at IS NOT NULL AS "inBin"`, ...columns], sql`, `)}
    FROM clients c
    WHERE c.firm_id = ${db.firmId} AND c.id = ANY(${sql.param(ids)}::integer[])
      AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])`)
  return new Map(
    records.map(record => [
      record.id,
      {
        id: record.id,
        portfolioId: record.portfolioId,
        inBin: record.inBin,
        cells: fields.map((_field, index) => record[`f${index}`] ?? null),
      },
    ]),
  )
}

const nameOf = (index: number) => sql.raw(`f${index}`)

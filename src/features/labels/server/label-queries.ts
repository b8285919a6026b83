import { sql } from 'drizzle-orm'
import type { FirmDb, FirmTransaction } from '#platform/db/firm-db.ts'
import type { CountedLabel } from '../labels-api.ts'

/** The labels of a firm by name, with how many clients outside the bin have each in the portfolios of a reader. */
export const countLabels = (db: FirmDb, portfolioIds: readonly number[]): Promise<CountedLabel[]> =>
  db.query(sql`
    SELECT label.id, label.name, label.color, count(c.id)::integer AS clients
    FROM labels label
    LEFT JOIN client_labels own ON own.firm_id = ${db.firmId} AND own.label_id = label.id
    LEFT JOIN clients c ON c.firm_id = ${db.firmId} AND c.id = own.client_id AND c.deleted_at IS NULL
      AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[])
    WHERE label.firm_id = ${db.firmId} AND label.deleted_at IS NULL
    GROUP BY label.id, label.name, label.color
    ORDER BY fold_text(label.name), label.id`)

interface LabelledClient {
  id: number
  /** The reader may know that it has the label. */
  isCounted: boolean
}

/** Every client that has a label, in the bin or not. */
export const findLabelled = (
  tx: FirmTransaction,
  labelId: number,
  portfolioIds: readonly number[],
): Promise<LabelledClient[]> =>
  tx.query(sql`
    SELECT c.id, c.deleted_at IS NULL AND c.portfolio_id = ANY(${sql.param(portfolioIds)}::integer[]) AS "isCounted"
    FROM client_labels own JOIN clients c ON c.firm_id = ${tx.firmId} AND c.id = own.client_id
    WHERE own.firm_id = ${tx.firmId} AND own.label_id = ${labelId} ORDER BY c.id`)

/** Takes a label off the list; what the history says of it keeps its name. */
export async function retireLabel(tx: FirmTransaction, id: number): Promise<void> {
  await tx.query(sql`UPDATE labels SET deleted_at = now() WHERE firm_id = ${tx.firmId} AND id = ${id}`)
}

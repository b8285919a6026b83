import type { Language } from '#kernel/language.ts'
import { toTabSeparated } from '#ui/grid/clipboard.ts'
import type { RowStore } from '#ui/grid/row-store.ts'
import type { ClientRow, DescribedField } from '../clients-api.ts'
import { cellText } from './cells/client-cell.ts'

const ROWS_PER_CALL = 1000

/** Clients as tab-separated text of these fields, a line each in the order given; those that are gone are left out. */
export async function clientsAsText(
  ids: readonly number[],
  fields: readonly DescribedField[],
  rows: RowStore<ClientRow>,
  language: Language,
): Promise<string> {
  const lines: string[][] = []
  for (let from = 0; from < ids.length; from += ROWS_PER_CALL) {
    for (const row of await rows.read(ids.slice(from, from + ROWS_PER_CALL))) {
      lines.push(fields.map(field => cellText(field, row, language)))
    }
  }
  return toTabSeparated(lines)
}

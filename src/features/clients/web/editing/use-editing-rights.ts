import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '#features/clients/clients-api.ts'
import type { PortfolioLevel, ReadablePortfolio } from '#features/portfolios/portfolios-api.ts'
import type { FirmRole } from '#features/sign-in/sign-in-api.ts'
import { belgianDay } from '#kernel/day.ts'
import { filterSentence } from '#kernel/filters/filter-sentence.ts'
import type { CellPlace } from '#ui/grid/cell-commands.ts'
import type { RowStore } from '#ui/grid/row-store.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { FieldsById } from '../arrange-columns.ts'
import { type CellEditing, PORTFOLIO_FIELD, whyNotEditable } from './editability.ts'

/** Who edits, as cells are judged by. */
export function useEditingRights(
  role: FirmRole,
  portfolios: readonly ReadablePortfolio[],
  fields: FieldsById,
): CellEditing {
  // Their counts change at every turn, the rights hardly ever.
  const levels = JSON.stringify(portfolios.map(({ id, level }) => [id, level]))
  return useMemo(
    () => ({
      role,
      portfolios: new Map(JSON.parse(levels) as [number, PortfolioLevel][]),
      fields,
      today: belgianDay(new Date()),
    }),
    [role, levels, fields],
  )
}

/** Why a cell cannot be edited, in words; undefined when it can be. */
export function useWhyNotEditable(editing: CellEditing, rows: RowStore<ClientRow>) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  return ({ row: id, column }: CellPlace): string | undefined => {
    const row = rows.get(id)
    const field = editing.fields.get(column)
    const reason = row && field && whyNotEditable(field, row, editing)
    if (!reason) return undefined
    const portfolio = editing.fields
      .get(PORTFOLIO_FIELD)
      ?.choices?.find(({ value }) => value === row.values[PORTFOLIO_FIELD])?.label
    const condition = field.appliesTo && filterSentence(field.appliesTo, editing.fields, language)
    return t(`notEditable.${reason}`, { portfolio, condition })
  }
}

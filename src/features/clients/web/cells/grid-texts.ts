import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '#features/clients/clients-api.ts'
import type { GridTexts } from '#ui/grid/grid-controls.ts'
import type { RowStore } from '#ui/grid/row-store.ts'
import { NAME_FIELD } from '../arrange-columns.ts'
import type { CellTexts } from './client-cell.ts'

/** What cells say about a value, in the user's language. */
export function useCellTexts(): CellTexts {
  const { t } = useTranslation('clients')
  const { t: tEditing } = useTranslation('editing')
  return useMemo(
    () => ({
      missing: t('cell.missing'),
      missingHint: t('cell.missingHint'),
      invalid: t('cell.invalid'),
      invalidHint: t('cell.invalidHint'),
      expired: month => t('cell.expired', { month }),
      overdue: month => t('cell.overdue', { month }),
      expiresSoon: month => t('cell.expiresSoon', { month }),
      dueSoon: month => t('cell.dueSoon', { month }),
      expiredHint: day => t('cell.expiredHint', { day }),
      expiresSoonHint: day => t('cell.expiresSoonHint', { day }),
      validUntilHint: day => t('cell.validUntilHint', { day }),
      unsaved: tEditing('notSaved'),
      outside: tEditing('outOfFilter'),
      outsideHint: tEditing('outOfFilterHint'),
      editName: tEditing('edit'),
    }),
    [t, tEditing],
  )
}

/** What the headers and checkboxes of the grid are called. */
export function useGridTexts(rows: RowStore<ClientRow>): GridTexts {
  const { t } = useTranslation('clients')
  return useMemo(
    () => ({
      selectionColumn: t('grid.selectionColumn'),
      selectRow: id => t('grid.selectRow', { name: rows.get(id)?.values[NAME_FIELD] ?? id }),
      fold: group => t('grid.fold', { group }),
      unfold: group => t('grid.unfold', { group }),
      filter: column => t('grid.filter', { column }),
      filterOn: column => t('grid.filterOn', { column }),
    }),
    [t, rows],
  )
}

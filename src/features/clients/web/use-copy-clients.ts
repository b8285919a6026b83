import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { CellPlace, CellRange } from '#ui/grid/cell-commands.ts'
import { copyText } from '#ui/grid/clipboard.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { DescribedField } from '../clients-api.ts'
import { clientsAsText } from './copy-clients.ts'
import { useCountedText } from './use-counted-text.ts'
import type { ListView } from './use-list-view.ts'

/** Copies the selected clients, or the cell that has the focus when none is selected, or a block; and says so. */
export function useCopyClients({ list, selection: { selection }, inSight, rows }: ListView) {
  const { t } = useTranslation('clients')
  const countedText = useCountedText()
  const language = useLanguage()
  const copy = (ids: readonly number[], fields: readonly DescribedField[], copied: string) =>
    copyText(clientsAsText(ids, fields, rows, language)).then(
      () => notifications.show({ message: copied }),
      () => notifications.show({ message: t('grid.copyFailed'), color: 'red' }),
    )
  const fieldsOf = (columns: readonly string[]) => inSight.filter(({ id }) => columns.includes(id))
  return {
    copySelection: ({ row, column }: CellPlace) => {
      const cell = fieldsOf([column])
      const selected = list?.ids.filter(id => selection.ids.has(id)) ?? []
      if (selected.length > 0) void copy(selected, inSight, countedText('grid.copied', selected.length))
      else void copy([row], cell.length > 0 ? cell : inSight, t('grid.copiedCell'))
    },
    copyBlock: (range: CellRange) =>
      void copy(range.rows, fieldsOf(range.columns), countedText('grid.copied', range.rows.length)),
  }
}

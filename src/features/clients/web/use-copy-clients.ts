import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { copyText } from '#ui/grid/clipboard.ts'
import { useLanguage } from '#ui/i18n.ts'
import { clientsAsText } from './copy-clients.ts'
import { useCountedText } from './use-counted-text.ts'
import type { ListView } from './use-list-view.ts'

/** Copies the selected clients, or the cell that has the focus when none is selected, and says so. */
export function useCopyClients({ list, selection: { selection }, inSight, rows }: ListView) {
  const { t } = useTranslation('clients')
  const countedText = useCountedText()
  const language = useLanguage()
  return ({ row, column }: { row: number; column: string }) => {
    const cell = inSight.filter(field => field.id === column)
    const selected = list?.ids.filter(id => selection.ids.has(id)) ?? []
    const text =
      selected.length > 0
        ? clientsAsText(selected, inSight, rows, language)
        : clientsAsText([row], cell.length > 0 ? cell : inSight, rows, language)
    const copied = selected.length > 0 ? countedText('grid.copied', selected.length) : t('grid.copiedCell')
    copyText(text).then(
      () => notifications.show({ message: copied }),
      () => notifications.show({ message: t('grid.copyFailed'), color: 'red' }),
    )
  }
}

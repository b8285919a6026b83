import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { undoChangeSet } from '#features/change-sets/change-sets-api.ts'
import { call } from '#ui/api-client.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { showNoticeWithButton } from '#ui/notice-with-button.tsx'

/** Tells what was done, and offers to undo the set that did it. */
export function useNoticeWithUndo(): (message: string, changeSet: number) => void {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const queries = useQueryClient()
  return (message, changeSet) => {
    const undo = async () => {
      try {
        const { skippedCount: count } = await call(undoChangeSet, { params: { id: changeSet } })
        await queries.invalidateQueries()
        notifications.show({ message: t('undone') })
        if (count === 0) return
        const message = t('leftAlone', { count, number: formatCount(count, language) })
        notifications.show({ message, color: 'orange', autoClose: 15_000 })
      } catch (error) {
        notifications.show({ message: error instanceof Error ? error.message : String(error), color: 'red' })
      }
    }
    showNoticeWithButton({
      id: `changed-${changeSet}`,
      message,
      button: t('undo'),
      onPress: () => void undo(),
    })
  }
}

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { undoChangeSet } from '#features/change-sets/change-sets-api.ts'
import { tellLeftAlone } from '#features/clients/web/editing/left-alone.tsx'
import { call } from '#ui/api-client.ts'
import { useLanguage } from '#ui/i18n.ts'
import { showNoticeWithButton } from '#ui/notice-with-button.tsx'

/** Tells what was done, and offers to undo the set that did it. */
export function useNoticeWithUndo(): (message: string, changeSet: number) => void {
  const { t } = useTranslation('settings')
  const { t: editing } = useTranslation('editing')
  const language = useLanguage()
  const queries = useQueryClient()
  return (message, changeSet) => {
    const undo = async () => {
      try {
        const answer = await call(undoChangeSet, { params: { id: changeSet } })
        await queries.invalidateQueries()
        notifications.show({ message: t('undone') })
        tellLeftAlone(answer, editing, language)
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

import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { undoChangeSet } from '#features/change-sets/change-sets-api.ts'
import { call } from '#ui/api-client.ts'

/** Tells what was done, and offers to undo the set that did it. */
export function useNoticeWithUndo(): (message: string, changeSet: number) => void {
  const { t } = useTranslation('settings')
  const queries = useQueryClient()
  return (message, changeSet) => {
    const undo = async () => {
      notifications.hide(id)
      try {
        await call(undoChangeSet, { params: { id: changeSet } })
        await queries.invalidateQueries()
        notifications.show({ message: t('undone') })
      } catch (error) {
        notifications.show({ message: error instanceof Error ? error.message : '', color: 'red' })
      }
    }
    const id = notifications.show({
      autoClose: 15_000,
      message: (
        <Group gap="sm">
          {message}
          <Button size="compact-sm" variant="default" onClick={() => void undo()}>
            {t('undo')}
          </Button>
        </Group>
      ),
    })
  }
}

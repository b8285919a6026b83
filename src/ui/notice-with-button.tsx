import { Button, Group } from '@mantine/core'
import { type NotificationData, notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'

interface NoticeWithButton extends Omit<NotificationData, 'message' | 'id'> {
  /** A notice takes the place of one with the same id. */
  id: string
  message: ReactNode
  button: string
  /** The notice is gone by then. */
  onPress: () => void
}

/** Tells something, and offers something to do about it. */
export function showNoticeWithButton({ id, message, button, onPress, ...notice }: NoticeWithButton): void {
  const press = () => {
    notifications.hide(id)
    onPress()
  }
  notifications.hide(id)
  notifications.show({
    autoClose: 15_000,
    ...notice,
    id,
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        {message}
        <Button variant="default" onClick={press}>
          {button}
        </Button>
      </Group>
    ),
  })
}

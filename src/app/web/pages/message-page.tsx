import { Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './message-page.module.css'

interface MessagePageProps {
  icon: Icon
  message: string
  /** What can be done about it. */
  children: ReactNode
}

/** A page that has nothing to show but why. */
export function MessagePage({ icon: MessageIcon, message, children }: MessagePageProps) {
  return (
    <div className={styles.page}>
      <MessageIcon size={40} stroke={1.3} className={styles.icon} aria-hidden />
      <Text maw={440}>{message}</Text>
      <div className={styles.ways}>{children}</div>
    </div>
  )
}

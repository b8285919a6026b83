import { ActionIcon, Menu } from '@mantine/core'
import { type Icon, IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './settings.module.css'

export interface RowAction {
  label: string
  icon: Icon
  isDangerous?: boolean
  /** Why it cannot be done. */
  reason?: string | undefined
  run: () => void
}

/** What can be done with a row; the focus goes back to the dots when that has closed. */
export function RowActions({ name, actions }: { name: string; actions: readonly RowAction[] }) {
  const { t } = useTranslation('settings')
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <ActionIcon size={30} aria-label={t('actionsFor', { name })}>
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label, icon: ActionsIcon, isDangerous, reason, run }) => (
          <Menu.Item
            key={label}
            leftSection={<ActionsIcon size={16} stroke={1.6} aria-hidden />}
            aria-disabled={reason !== undefined}
            closeMenuOnClick={reason === undefined}
            className={styles.action ?? ''}
            {...(isDangerous && { 'data-dangerous': true })}
            onClick={() => reason === undefined && run()}
          >
            {label}
            {reason !== undefined && <span className={styles.reason}>{reason}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface MoveButtonsProps {
  name: string
  index: number
  count: number
  /** Moves the row by one place. */
  onMove: (by: -1 | 1) => void
}

/** Moves a row up or down in its list. At an end they stay focusable, so that the keyboard does not lose its place. */
export function MoveButtons({ name, index, count, onMove }: MoveButtonsProps) {
  const { t } = useTranslation('settings')
  const button = (by: -1 | 1, label: string, MoveIcon: Icon, isEnd: boolean) => (
    <ActionIcon
      size={26}
      aria-label={label}
      className={styles.move ?? ''}
      aria-disabled={isEnd}
      onClick={() => !isEnd && onMove(by)}
    >
      <MoveIcon size={16} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
  return (
    <span className={styles.moves}>
      {button(-1, t('moveUp', { name }), IconArrowUp, index === 0)}
      {button(1, t('moveDown', { name }), IconArrowDown, index === count - 1)}
    </span>
  )
}

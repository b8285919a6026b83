import { Burger, Title, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { UserMenu } from '#features/sign-in/web/user-menu.tsx'
import type { Action } from '#ui/actions.ts'
import { useShownTitle } from '#ui/page-title.ts'
import { PaletteTrigger } from './palette.tsx'
import styles from './top-bar.module.css'

interface TopBarProps {
  accountActions: readonly Action[]
  onOpenMenu: () => void
}

/** The page's heading, the way to the command palette, and the user. */
export function TopBar({ accountActions, onOpenMenu }: TopBarProps) {
  const { t } = useTranslation('shell')
  const title = useShownTitle()
  return (
    <header className={styles.bar}>
      <Burger className={styles.burger} size="sm" aria-label={t('navigation.open')} onClick={onOpenMenu} />
      <Title order={1} className={styles.title}>
        {title || <VisuallyHidden>Fiduscope</VisuallyHidden>}
      </Title>
      <PaletteTrigger />
      <UserMenu actions={accountActions} />
    </header>
  )
}

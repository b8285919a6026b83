import { Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AccountDialog, useAccountActions } from '#features/sign-in/web/account-actions.ts'
import { useMe } from '#features/sign-in/web/use-me.ts'
import { useAppliedPreferences } from '#features/sign-in/web/use-preferences.ts'
import { useActions } from '#ui/actions.ts'
import { useShellActions } from '../actions.ts'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** The frame around every page: rail, top bar, command palette and what belongs to the user's account. */
export function Shell() {
  const { t } = useTranslation(['shell', 'ui'])
  const { preferences } = useMe()
  const [dialog, setDialog] = useState<AccountDialog>()
  const [isMenuOpen, menu] = useDisclosure(false)
  const accountActions = useAccountActions(setDialog)
  useAppliedPreferences(preferences)
  useActions(useShellActions())
  useActions(accountActions)

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <Rail />
      <div className={styles.page}>
        <TopBar accountActions={accountActions} onOpenMenu={menu.open} />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Outlet />
        </main>
      </div>
      <Drawer
        opened={isMenuOpen}
        onClose={menu.close}
        size={240}
        withCloseButton={false}
        attributes={{ content: { 'aria-label': t('navigation.label') } }}
        classNames={{ body: styles.drawer ?? '' }}
      >
        <Navigation onGo={menu.close} />
      </Drawer>
      <Palette />
      {dialog && <OpenDialog dialog={dialog} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

const ChangePasswordDialog = lazy(() =>
  import('#features/sign-in/web/change-password-dialog.tsx').then(module => ({
    default: module.ChangePasswordDialog,
  })),
)
const SessionsDialog = lazy(() =>
  import('#features/sign-in/web/sessions-dialog.tsx').then(module => ({ default: module.SessionsDialog })),
)
const DIALOGS = {
  changePassword: ChangePasswordDialog,
  sessions: SessionsDialog,
} satisfies Record<AccountDialog, unknown>

function OpenDialog({ dialog, onClose }: { dialog: AccountDialog; onClose: () => void }) {
  const Wanted = DIALOGS[dialog]
  return (
    <Suspense fallback={null}>
      <Wanted onClose={onClose} />
    </Suspense>
  )
}

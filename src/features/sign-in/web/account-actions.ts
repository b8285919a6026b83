import { notifications } from '@mantine/notifications'
import { IconDevices, IconKey, IconLogout } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#ui/actions.ts'
import { call } from '#ui/api-client.ts'
import { signOut } from '../sign-in-api.ts'

export type AccountDialog = 'changePassword' | 'sessions'

/** What users can do with their own account, in the user menu and in the command palette. */
export function useAccountActions(open: (dialog: AccountDialog) => void): readonly Action[] {
  const { t } = useTranslation('signIn')
  const { mutate: leave } = useMutation({
    mutationFn: () => call(signOut),
    // A new document, so that nothing of what this user saw stays in memory.
    onSuccess: () => window.location.assign('/sign-in'),
    onError: ({ message }) => notifications.show({ message, color: 'red' }),
  })
  return useMemo<readonly Action[]>(
    () =>
      [
        { id: 'changePassword' as const, icon: IconKey, run: () => open('changePassword') },
        { id: 'sessions' as const, icon: IconDevices, run: () => open('sessions') },
        { id: 'signOut' as const, icon: IconLogout, run: () => leave() },
      ].map(({ id, icon, run }) => ({
        id: `account.${id}`,
        label: t(`account.${id}`),
        section: t('account.section'),
        icon,
        can: () => 'yes',
        run,
      })),
    [t, open, leave],
  )
}

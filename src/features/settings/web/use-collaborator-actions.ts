import { notifications } from '@mantine/notifications'
import { IconLink, IconMailOff, IconPencil, IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  type Collaborator,
  reactivateCollaborator,
  renewInvitation,
  withdrawInvitation,
} from '#features/collaborators/collaborators-api.ts'
import { call } from '#ui/api-client.ts'
import type { OpenedForCollaborator } from './opened-for-collaborator.ts'
import type { RowAction } from './row-actions.tsx'
import { useSaving } from './use-saving.ts'

/** What can be done with somebody who works in the firm, did, or is invited to. */
export function useCollaboratorActions(
  collaborator: Collaborator,
  onOpen: (opened: OpenedForCollaborator) => void,
): RowAction[] {
  const { t } = useTranslation('settings')
  const { id, name, state } = collaborator
  const params = { id }
  const notify = (message: string) => () => notifications.show({ message })
  const renewing = useSaving(() => call(renewInvitation, { params }), {
    tellsRefusal: true,
    told: invitation => onOpen({ kind: 'link', name, invitation }),
  })
  const withdrawing = useSaving(() => call(withdrawInvitation, { params }), {
    tellsRefusal: true,
    told: notify(t('collaborators.withdrawn', { name })),
  })
  const reactivating = useSaving(() => call(reactivateCollaborator, { params }), {
    tellsRefusal: true,
    told: notify(t('collaborators.reactivated', { name })),
  })

  const rename: RowAction = {
    label: t('collaborators.rename'),
    icon: IconPencil,
    run: () => onOpen({ kind: 'rename', collaborator }),
  }
  if (state === 'invited') {
    return [
      rename,
      { label: t('collaborators.newLink'), icon: IconLink, run: () => renewing.mutate(undefined) },
      {
        label: t('collaborators.withdraw'),
        icon: IconMailOff,
        isDangerous: true,
        run: () => withdrawing.mutate(undefined),
      },
    ]
  }
  if (state === 'deactivated') {
    return [
      rename,
      {
        label: t('collaborators.reactivate'),
        icon: IconUserCheck,
        run: () => reactivating.mutate(undefined),
      },
    ]
  }
  return [
    rename,
    {
      label: t('collaborators.deactivate'),
      icon: IconUserOff,
      isDangerous: true,
      run: () => onOpen({ kind: 'deactivate', collaborator }),
    },
  ]
}

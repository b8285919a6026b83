import { NativeSelect, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Collaborator, deactivateCollaborator } from '#features/collaborators/collaborators-api.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { SettingsForm } from './settings-form.tsx'
import { useSaving } from './use-saving.ts'

interface DeactivateDialogProps {
  collaborator: Collaborator
  /** Who can take over. */
  colleagues: readonly Collaborator[]
  onClose: () => void
}

/** Asks who takes over what somebody leaves behind. */
export function DeactivateDialog({ collaborator, colleagues, onClose }: DeactivateDialogProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const { id, name, clients, savedFilters } = collaborator
  const [clientsTo, setClientsTo] = useState('')
  const [filtersTo, setFiltersTo] = useState('')
  const deactivating = useSaving(
    () =>
      call(deactivateCollaborator, {
        params: { id },
        body: {
          ...(clientsTo !== '' && { clientsTo: Number(clientsTo) }),
          ...(filtersTo !== '' && { filtersTo: Number(filtersTo) }),
        },
      }),
    {
      told: () => {
        notifications.show({ message: t('collaborators.deactivated', { name }) })
        onClose()
      },
    },
  )
  const choices = [
    { value: '', label: t('collaborators.leaveThere') },
    ...colleagues.map(colleague => ({ value: String(colleague.id), label: colleague.name })),
  ]
  const counted = (count: number) => ({ count, number: formatCount(count, language) })
  return (
    <Dialog title={t('collaborators.deactivateTitle', { name })} onClose={onClose}>
      <SettingsForm
        submitLabel={t('collaborators.deactivateConfirm')}
        isDangerous
        isPending={deactivating.isPending}
        error={deactivating.error}
        onSubmit={() => deactivating.mutate(undefined)}
        onClose={onClose}
      >
        <Text>{t('collaborators.deactivateHint')}</Text>
        {clients > 0 && (
          <NativeSelect
            label={t('collaborators.clientsTo', counted(clients))}
            description={t('collaborators.handedOverHint')}
            value={clientsTo}
            data={choices}
            onChange={event => setClientsTo(event.currentTarget.value)}
          />
        )}
        {savedFilters > 0 && (
          <NativeSelect
            label={t('collaborators.filtersTo', counted(savedFilters))}
            value={filtersTo}
            data={choices}
            onChange={event => setFiltersTo(event.currentTarget.value)}
          />
        )}
      </SettingsForm>
    </Dialog>
  )
}

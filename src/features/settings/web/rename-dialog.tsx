import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Collaborator, changeCollaborator } from '#features/collaborators/collaborators-api.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { refusalOf, SettingsForm } from './settings-form.tsx'
import { useSaving } from './use-saving.ts'

interface RenameDialogProps {
  collaborator: Collaborator
  onClose: () => void
}

export function RenameDialog({ collaborator: { id, name: before }, onClose }: RenameDialogProps) {
  const { t } = useTranslation('settings')
  const [name, setName] = useState(before)
  const isMissing = name.trim() === ''
  const saving = useSaving(() => call(changeCollaborator, { params: { id }, body: { name: name.trim() } }), {
    told: () => {
      notifications.show({ message: t('saved') })
      onClose()
    },
  })
  return (
    <Dialog title={before} onClose={onClose}>
      <SettingsForm
        submitLabel={t('save')}
        isPending={saving.isPending}
        error={saving.error}
        ownPaths={['name']}
        onSubmit={() => !isMissing && saving.mutate(undefined)}
        onClose={onClose}
      >
        <TextInput
          data-autofocus
          required
          label={t('name')}
          maxLength={100}
          value={name}
          onChange={event => setName(event.currentTarget.value)}
          error={isMissing ? t('nameMissing') : refusalOf(saving.error, 'name')}
        />
      </SettingsForm>
    </Dialog>
  )
}

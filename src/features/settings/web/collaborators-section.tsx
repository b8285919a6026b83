import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCollaborators } from '#features/collaborators/collaborators-api.ts'
import { queryOf } from '#ui/queries.ts'
import { CollaboratorTable } from './collaborator-table.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import type { OpenedForCollaborator } from './opened-for-collaborator.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { Section } from './section.tsx'

/** Who works in the firm. */
export function CollaboratorsSection() {
  const { t } = useTranslation('settings')
  const query = useQuery(queryOf(listCollaborators))
  const [opened, setOpened] = useState<OpenedForCollaborator>()
  const close = () => setOpened(undefined)
  return (
    <Section
      title={t('sections.collaborators')}
      hint={t('collaborators.hint')}
      query={query}
      action={
        <Button
          leftSection={<IconUserPlus size={16} aria-hidden />}
          onClick={() => setOpened({ kind: 'invite' })}
        >
          {t('collaborators.invite')}
        </Button>
      }
    >
      {({ collaborators }) => (
        <>
          <CollaboratorTable collaborators={collaborators} onOpen={setOpened} />
          {opened?.kind === 'invite' && (
            <InviteDialog
              onInvited={(name, invitation) => setOpened({ kind: 'link', name, invitation })}
              onClose={close}
            />
          )}
          {opened?.kind === 'link' && (
            <InvitationLink name={opened.name} invitation={opened.invitation} onClose={close} />
          )}
          {opened?.kind === 'rename' && <RenameDialog collaborator={opened.collaborator} onClose={close} />}
          {opened?.kind === 'deactivate' && (
            <DeactivateDialog
              collaborator={opened.collaborator}
              colleagues={collaborators.filter(
                ({ id, state }) => state === 'active' && id !== opened.collaborator.id,
              )}
              onClose={close}
            />
          )}
        </>
      )}
    </Section>
  )
}

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#features/collaborators/collaborators-api.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatMoment } from '#ui/format.ts'
import { copyText } from '#ui/grid/clipboard.ts'
import { useLanguage } from '#ui/i18n.ts'

interface InvitationLinkProps {
  name: string
  invitation: Invitation
  onClose: () => void
}

/** The link of an invitation, to copy: it is told this once. */
export function InvitationLink({ name, invitation, onClose }: InvitationLinkProps) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const [isCopied, setIsCopied] = useState(false)
  const link = `${window.location.origin}/invitation/${invitation.token}`
  const moment = formatMoment(invitation.expiresAt, language)
  return (
    <Dialog title={t('collaborators.linkTitle', { name })} onClose={onClose}>
      <Stack gap="md">
        <Text>{t('collaborators.linkHint', { name, moment })}</Text>
        <TextInput
          readOnly
          label={t('collaborators.link')}
          value={link}
          onFocus={event => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('collaborators.close')}
          </Button>
          <Button
            data-autofocus
            leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            onClick={() => void copyText(Promise.resolve(link)).then(() => setIsCopied(true))}
          >
            <span aria-live="polite">{isCopied ? t('collaborators.copied') : t('collaborators.copy')}</span>
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

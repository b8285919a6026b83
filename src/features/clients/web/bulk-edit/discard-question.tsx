import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#ui/dialog.tsx'

/** Asks before what was filled in is lost. */
export function DiscardQuestion({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const { t } = useTranslation('bulkEdit')
  return (
    <Dialog title={t('discardTitle')} onClose={onKeep}>
      <p>{t('discard')}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDiscard}>
          {t('discardYes')}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {t('discardNo')}
        </Button>
      </Group>
    </Dialog>
  )
}

import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#ui/dialog.tsx'

interface DiscardQuestionProps {
  /** How to ask, where what is given up is not a change of clients. */
  words?: { title: string; told: string; keep: string }
  onDiscard: () => void
  onKeep: () => void
}

/** Asks before what was filled in is lost. */
export function DiscardQuestion({ words, onDiscard, onKeep }: DiscardQuestionProps) {
  const { t } = useTranslation('bulkEdit')
  return (
    <Dialog title={words?.title ?? t('discardTitle')} onClose={onKeep}>
      <p>{words?.told ?? t('discard')}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDiscard}>
          {t('discardYes')}
        </Button>
        <Button onClick={onKeep} data-autofocus>
          {words?.keep ?? t('discardNo')}
        </Button>
      </Group>
    </Dialog>
  )
}

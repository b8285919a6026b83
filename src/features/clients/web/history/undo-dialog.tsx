import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount, formatMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './history.module.css'
import { momentOf } from './history-moments.ts'
import type { Undoing } from './use-undoing.ts'

interface UndoDialogProps {
  asked: Undoing
  isSending: boolean
  failure: string | undefined
  confirm: () => void
  close: () => void
}

/** Asks before many clients go back: what it was, whose, and how many clients. */
export function UndoDialog({
  asked: { set, step, what },
  isSending,
  failure,
  confirm,
  close,
}: UndoDialogProps) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const count = set.counts.change
  const who = set.user?.name ?? t('nobody')
  const isUndo = step === 'undo'
  return (
    <Dialog title={t(isUndo ? 'undo.undoTitle' : 'undo.redoTitle')} isBusy={isSending} onClose={close}>
      <p className={classes.asked}>
        {t('undo.what', { what, who, moment: formatMoment(momentOf(set), language) })}
      </p>
      <p>
        {t(isUndo ? 'undo.undoHint' : 'undo.redoHint', { count, number: formatCount(count, language) })}{' '}
        {t('undo.others')}
      </p>
      {failure !== undefined && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={close} disabled={isSending} data-autofocus>
          {t('undo.keep')}
        </Button>
        <Button onClick={confirm} loading={isSending}>
          {t(isUndo ? 'undo.confirm' : 'undo.confirmRedo')}
        </Button>
      </Group>
    </Dialog>
  )
}

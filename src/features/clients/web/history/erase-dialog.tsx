import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BinnedClient } from '#features/change-sets/bin-api.ts'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './bin.module.css'

const MOST_NAMED = 5

interface EraseDialogProps {
  /** Those that can be deleted for good. */
  clients: readonly BinnedClient[]
  /** How many of the picked ones cannot yet. */
  kept: number
  isErasing: boolean
  failure: string | undefined
  onErase: () => void
  onClose: () => void
}

/** Asks before clients are gone for good. */
export function EraseDialog({ clients, kept, isErasing, failure, onErase, onClose }: EraseDialogProps) {
  const { t } = useTranslation('history')
  const language = useLanguage()
  const counted = (key: 'eraseTitle' | 'andMore' | 'kept', count: number) =>
    t(`bin.${key}`, { count, number: formatCount(count, language) })
  const names = clients.slice(0, MOST_NAMED).map(({ name }) => name)
  const unnamed = clients.length - names.length
  return (
    <Dialog title={counted('eraseTitle', clients.length)} isBusy={isErasing} onClose={onClose}>
      <p className={classes.names}>
        {names.join(', ')}
        {unnamed > 0 && ` ${counted('andMore', unnamed)}`}
      </p>
      <p>
        <strong>{t('bin.noWayBack')}</strong> {t('bin.eraseHint')}
      </p>
      {kept > 0 && <p>{counted('kept', kept)}</p>}
      {failure !== undefined && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose} disabled={isErasing} data-autofocus>
          {t('bin.cancel')}
        </Button>
        <Button color="red" onClick={onErase} loading={isErasing}>
          {t('bin.erase')}
        </Button>
      </Group>
    </Dialog>
  )
}

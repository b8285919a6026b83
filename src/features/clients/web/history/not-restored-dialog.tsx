import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { useLineWords } from '../editing/line-words.ts'
import classes from './bin.module.css'
import type { NotRestored } from './use-bin-actions.ts'

/** Which clients stay in the bin, and why: mostly since another has their number by now. */
export function NotRestoredDialog({
  left: { lines, count },
  onClose,
}: {
  left: NotRestored
  onClose: () => void
}) {
  const { t } = useTranslation(['history', 'editing'])
  const language = useLanguage()
  const inWords = useLineWords()
  const counted = (key: 'notRestored' | 'andMore', many: number) =>
    t(`bin.${key}`, { count: many, number: formatCount(many, language) })
  const unnamed = count - lines.length
  return (
    <Dialog title={counted('notRestored', count)} onClose={onClose}>
      <p>{t('bin.notRestoredHint')}</p>
      <ul className={classes.reasons}>
        {lines.map(line => (
          <li key={line.client.id}>
            <strong>{line.client.name ?? t('editing:preview.unknownClient')}</strong>
            <br />
            {inWords(line, undefined)}
          </li>
        ))}
        {unnamed > 0 && <li>{counted('andMore', unnamed)}</li>}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose} data-autofocus>
          {t('bin.close')}
        </Button>
      </Group>
    </Dialog>
  )
}

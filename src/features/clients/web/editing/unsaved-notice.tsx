import { Button, CloseButton, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#ui/dialog.tsx'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellDraft } from './cell-drafts.ts'
import classes from './unsaved-notice.module.css'

interface UnsavedNoticeProps {
  unsaved: readonly CellDraft[]
  nameOf: (draft: CellDraft) => { field: string; name: string }
  onShow: (draft: CellDraft) => void
  onRetry: () => void
  onGiveUp: () => void
}

/** Says for as long as it is so that values in the list are not saved, wherever they are scrolled to. */
export function UnsavedNotice({ unsaved, nameOf, onShow, onRetry, onGiveUp }: UnsavedNoticeProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const [isAsked, setIsAsked] = useState(false)
  const [first] = unsaved
  if (!first) return null
  const count = unsaved.length
  const told = t('unsaved.told', { count, number: formatCount(count, language) })
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.text}>
        {told} {count === 1 && `${t('unsaved.where', nameOf(first))} ${first.reason}`}
      </span>
      <Button variant="default" onClick={() => onShow(first)}>
        {t('unsaved.show')}
      </Button>
      {unsaved.some(({ value }) => value !== undefined) && (
        <Button variant="default" onClick={onRetry}>
          {t('unsaved.retry')}
        </Button>
      )}
      <CloseButton
        onClick={() => (count > 1 ? setIsAsked(true) : onGiveUp())}
        aria-label={t('unsaved.giveUp')}
        title={t('unsaved.giveUp')}
      />
      {isAsked && (
        <Dialog title={t('unsaved.giveUp')} onClose={() => setIsAsked(false)}>
          <p>{told}</p>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => setIsAsked(false)} data-autofocus>
              {t('unsaved.keep')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                setIsAsked(false)
                onGiveUp()
              }}
            >
              {t('unsaved.doGiveUp')}
            </Button>
          </Group>
        </Dialog>
      )}
    </div>
  )
}

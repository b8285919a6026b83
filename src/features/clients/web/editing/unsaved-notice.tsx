import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellDraft } from './cell-drafts.ts'
import classes from './unsaved-notice.module.css'

interface UnsavedNoticeProps {
  unsaved: readonly CellDraft[]
  onShow: (draft: CellDraft) => void
  onRetry: () => void
  onGiveUp: () => void
}

/** Says for as long as it is so that values in the list are not saved, wherever they are scrolled to. */
export function UnsavedNotice({ unsaved, onShow, onRetry, onGiveUp }: UnsavedNoticeProps) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const [first] = unsaved
  if (!first) return null
  const count = unsaved.length
  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <span className={classes.text}>
        {t('unsaved.told', { count, number: formatCount(count, language) })} {count === 1 && first.reason}
      </span>
      <Button variant="default" onClick={() => onShow(first)}>
        {t('unsaved.show')}
      </Button>
      {unsaved.some(({ value }) => value !== undefined) && (
        <Button variant="default" onClick={onRetry}>
          {t('unsaved.retry')}
        </Button>
      )}
      <CloseButton onClick={onGiveUp} aria-label={t('unsaved.giveUp')} title={t('unsaved.giveUp')} />
    </div>
  )
}

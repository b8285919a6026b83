import { Progress as Bar } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Progress } from '#kernel/progress.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './applying-progress.module.css'

/** Fewer clients are done before a bar could be read. */
const FEWEST = 500

/** How many clients are changed, while many are; nothing for a change of few. */
export function ApplyingProgress({ progress }: { progress: Progress | undefined }) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  if (!progress || progress.total <= FEWEST) return null
  const { done, total } = progress
  return (
    <div className={classes.progress}>
      <Bar value={(100 * done) / total} aria-label={t('preview.applying')} transitionDuration={150} />
      {t('preview.applied', { done: formatCount(done, language), total: formatCount(total, language) })}
    </div>
  )
}

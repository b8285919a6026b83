import { Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import classes from './import-dialog.module.css'
import type { ImportFlow } from './import-flow.ts'

/** How far the writing is; nothing is known of it while the server looks whose numbers are taken. */
export function WritingStep({ flow: { progress } }: { flow: ImportFlow }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  return (
    <Stack className={classes.result} aria-live="polite">
      <span className={classes.resultTitle}>{t('writing.title')}</span>
      {progress ? (
        <Progress
          value={(100 * progress.done) / Math.max(progress.total, 1)}
          animated
          striped
          w="min(28rem, 100%)"
          aria-label={t('writing.title')}
        />
      ) : (
        <div role="progressbar" aria-label={t('writing.title')} className={classes.unknown} />
      )}
      {progress && (
        <Text>
          {t('writing.progress', {
            done: formatCount(progress.done, language),
            total: formatCount(progress.total, language),
          })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('writing.hint')}
      </Text>
    </Stack>
  )
}

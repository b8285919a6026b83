import { Progress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { call } from '#ui/api-client.ts'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { getImport } from '../imports-api.ts'
import classes from './import-dialog.module.css'
import type { ImportSteps } from './import-flow.ts'

const POLL_MS = 500

/** How far the writing is, as far as the server can tell while it writes. */
export function WritingStep({ steps }: { steps: ImportSteps }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const id = steps.flow.current?.id ?? 0
  const { data } = useQuery({
    queryKey: [getImport.path, id, 'progress'],
    queryFn: ({ signal }) => call(getImport, { params: { id }, signal }),
    refetchInterval: POLL_MS,
    gcTime: 0,
  })
  const done = data?.progress?.done ?? 0
  const total = data?.progress?.total ?? 0
  return (
    <Stack className={classes.result} aria-live="polite">
      <span className={classes.resultTitle}>{t('writing.title')}</span>
      <Progress
        value={total > 0 ? Math.max(4, (100 * done) / total) : 100}
        animated
        striped
        w="min(28rem, 100%)"
        aria-label={t('writing.title')}
      />
      {total > 0 && (
        <Text>
          {t('writing.progress', { done: formatCount(done, language), total: formatCount(total, language) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('writing.hint')}
      </Text>
    </Stack>
  )
}

import { Button, Group, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#ui/format.ts'
import { useLanguage } from '#ui/i18n.ts'
import { DownloadRefused } from './download-refused.tsx'
import classes from './import-dialog.module.css'
import type { ImportSteps } from './import-flow.ts'

/** How many clients there are now, and what stayed out. */
export function ResultStep({ steps, onClose }: { steps: ImportSteps; onClose: () => void }) {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  const clients = steps.flow.current?.imported ?? 0
  const left = (steps.flow.current?.counts?.rows ?? 0) - clients
  return (
    <div className={classes.result} aria-live="polite">
      <IconCircleCheck size={44} stroke={1.4} color="var(--green)" aria-hidden />
      <span className={classes.resultTitle}>
        {t('result.imported', { count: clients, clients: formatCount(clients, language) })}
      </span>
      {left > 0 && (
        <Text c="dimmed">{t('result.left', { count: left, rows: formatCount(left, language) })}</Text>
      )}
      <Group mt="md" justify="center">
        <DownloadRefused flow={steps.flow} />
        <Button variant="default" onClick={steps.discard}>
          {t('result.another')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('result.close')}
        </Button>
      </Group>
    </div>
  )
}

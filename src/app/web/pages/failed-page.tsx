import { Button, Title } from '@mantine/core'
import { IconMoodPuzzled } from '@tabler/icons-react'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '#ui/api-client.ts'
import { usePageTitle } from '#ui/page-title.ts'
import styles from './failed-page.module.css'
import { MessagePage } from './message-page.tsx'

/** What stands in the place of a page that failed, with a way to try again. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation(['shell', 'ui'])
  const router = useRouter()
  const failedQueries = useQueryErrorResetBoundary()
  usePageTitle(t('failed.title'))
  useEffect(() => failedQueries.reset(), [failedQueries])

  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <MessagePage
      icon={IconMoodPuzzled}
      message={error instanceof ApiError ? error.message : t('failed.hint')}
    >
      <Button onClick={retry}>{t('ui:retry')}</Button>
      <Button variant="default" onClick={() => window.location.reload()}>
        {t('failed.reload')}
      </Button>
    </MessagePage>
  )
}

/** The same where not even the shell could be shown. */
export function FailedStart(props: ErrorComponentProps) {
  const { t } = useTranslation('shell')
  return (
    <main className={styles.start}>
      <Title order={1} size="h3">
        {t('failed.title')}
      </Title>
      <FailedPage {...props} />
    </main>
  )
}

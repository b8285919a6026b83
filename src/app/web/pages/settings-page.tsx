import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isSettingsPart, SettingsScreen, settingsPartsFor } from '#features/settings/web/settings-screen.tsx'
import { useMe } from '#features/sign-in/web/use-me.ts'
import { usePageTitle } from '#ui/page-title.ts'
import { MessagePage } from './message-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** The settings of the firm, for those who may see them. */
export function SettingsPage() {
  const { user } = useMe()
  const { part = '' } = useParams({ strict: false })
  const parts = settingsPartsFor(user)
  if (parts.length > 0 && !isSettingsPart(part)) return <NotFoundPage />
  const shown = parts.find(one => one === part)
  return shown ? <SettingsScreen part={shown} parts={parts} /> : <NoRightPage />
}

function NoRightPage() {
  const { t } = useTranslation(['settings', 'shell'])
  usePageTitle(t('settings:title'))
  return (
    <MessagePage icon={IconLock} message={t('settings:noRight')}>
      <Button renderRoot={props => <Link {...props} to="/clients" />}>
        {t('shell:notFound.goToClients')}
      </Button>
    </MessagePage>
  )
}

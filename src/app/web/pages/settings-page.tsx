import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { mayChangeSettings } from '#features/firm/settings-rights.ts'
import { isSettingsPart, SettingsScreen } from '#features/settings/web/settings-screen.tsx'
import { useMe } from '#features/sign-in/web/use-me.ts'
import { usePageTitle } from '#ui/page-title.ts'
import { MessagePage } from './message-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** The settings of the firm, for those who may see them. */
export function SettingsPage() {
  const { user } = useMe()
  const { part = '' } = useParams({ strict: false })
  if (!mayChangeSettings(user)) return <NoRightPage />
  return isSettingsPart(part) ? <SettingsScreen part={part} /> : <NotFoundPage />
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

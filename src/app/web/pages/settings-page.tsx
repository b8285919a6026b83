import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isSettingsPart, SettingsScreen, settingsPartsFor } from '#features/settings/web/settings-screen.tsx'
import { useMe } from '#features/sign-in/web/use-me.ts'
import { usePageTitle } from '#ui/page-title.ts'
import { NoRightPage } from './no-right-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** The settings of the firm, for those who may see them. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const { user } = useMe()
  usePageTitle(t('title'))
  const { part = '' } = useParams({ strict: false })
  const parts = settingsPartsFor(user)
  if (parts.length > 0 && !isSettingsPart(part)) return <NotFoundPage />
  const shown = parts.find(one => one === part)
  return shown ? <SettingsScreen part={shown} parts={parts} /> : <NoRightPage />
}

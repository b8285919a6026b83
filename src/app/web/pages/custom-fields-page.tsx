import { useTranslation } from 'react-i18next'
import { mayChangeSettings } from '#features/firm/settings-rights.ts'
import { CustomFieldsScreen } from '#features/settings/web/custom-fields/custom-fields-screen.tsx'
import { useMe } from '#features/sign-in/web/use-me.ts'
import { usePageTitle } from '#ui/page-title.ts'
import { NoRightPage } from './no-right-page.tsx'

/** The fields that the firm adds to its clients, for those who may see its settings. */
export function CustomFieldsPage() {
  const { t } = useTranslation('customFields')
  const { user } = useMe()
  usePageTitle(t('title'))
  return mayChangeSettings(user) ? <CustomFieldsScreen /> : <NoRightPage />
}

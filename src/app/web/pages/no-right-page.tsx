import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MessagePage } from './message-page.tsx'

/** Stands where the settings of the firm are, for those who may not see them. */
export function NoRightPage() {
  const { t } = useTranslation(['settings', 'shell'])
  return (
    <MessagePage icon={IconLock} message={t('settings:noRight')}>
      <Button renderRoot={props => <Link {...props} to="/clients" />}>
        {t('shell:notFound.goToClients')}
      </Button>
    </MessagePage>
  )
}

import { Button } from '@mantine/core'
import { IconMapPinOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageTitle } from '#ui/page-title.ts'
import { MessagePage } from './message-page.tsx'

/** Where an address leads that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('shell')
  usePageTitle(t('notFound.title'))
  return (
    <MessagePage icon={IconMapPinOff} message={t('notFound.hint')}>
      <Button renderRoot={props => <Link {...props} to="/clients" />}>{t('notFound.goToClients')}</Button>
    </MessagePage>
  )
}

import { Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CardPage } from '#ui/card-page.tsx'
import { usePageTitle } from '#ui/page-title.ts'
import { placeToGoBackTo } from './place-to-go-back-to.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Lets a user in, and leads back to the address that asked for it. */
export function SignInPage() {
  const { t } = useTranslation('signIn')
  const { back }: { back?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const queries = useQueryClient()
  usePageTitle(t('title'))

  const enter = () => {
    queries.clear()
    void navigate({ href: placeToGoBackTo(back), replace: true })
  }

  return (
    <CardPage title="Fiduscope" languageLabel={t('language')}>
      <Text c="dimmed" mb="lg">
        {t('tagline')}
      </Text>
      <SignInForm onSignedIn={enter} />
    </CardPage>
  )
}

import { SegmentedControl, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '#kernel/language.ts'
import { LANGUAGE_NAMES, showLanguage, useLanguage } from '#ui/i18n.ts'
import { usePageTitle } from '#ui/page-title.ts'
import { placeToGoBackTo } from './place-to-go-back-to.ts'
import { SignInForm } from './sign-in-form.tsx'
import styles from './sign-in-page.module.css'

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
    <main className={styles.page}>
      <div className={styles.card}>
        <Title order={1} className={styles.name}>
          Fiduscope
        </Title>
        <Text c="dimmed" mb="lg">
          {t('tagline')}
        </Text>
        <SignInForm onSignedIn={enter} />
      </div>
      <LanguageChoice />
    </main>
  )
}

function LanguageChoice() {
  const { t } = useTranslation('signIn')
  return (
    <SegmentedControl
      aria-label={t('language')}
      size="xs"
      value={useLanguage()}
      data={LANGUAGES.map(value => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
      onChange={language => void showLanguage(language)}
    />
  )
}

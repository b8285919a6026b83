import { SegmentedControl, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { LANGUAGES } from '#kernel/language.ts'
import styles from './card-page.module.css'
import { LANGUAGE_NAMES, showLanguage, useLanguage } from './i18n.ts'

interface CardPageProps {
  title: string
  languageLabel: string
  children: ReactNode
}

/** A page for somebody who is not signed in: a card, and a choice of languages below. */
export function CardPage({ title, languageLabel, children }: CardPageProps) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Title order={1} className={styles.name}>
          {title}
        </Title>
        {children}
      </div>
      <SegmentedControl
        aria-label={languageLabel}
        size="xs"
        value={useLanguage()}
        data={LANGUAGES.map(value => ({ value, label: <span lang={value}>{LANGUAGE_NAMES[value]}</span> }))}
        onChange={language => void showLanguage(language)}
      />
    </main>
  )
}

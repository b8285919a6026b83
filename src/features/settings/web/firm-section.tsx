import { Checkbox, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeFirm, type Firm, getFirm } from '#features/firm/firm-api.ts'
import { COUNTRIES } from '#kernel/belgium/countries.ts'
import { formatEnterpriseNumber } from '#kernel/belgium/enterprise-number.ts'
import { inLanguage, LANGUAGES, type Language } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { LANGUAGE_NAMES, useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { Section } from './section.tsx'
import styles from './settings.module.css'
import { refusalOf, SettingsForm } from './settings-form.tsx'
import { useSaving } from './use-saving.ts'

/** The firm's own data, and the languages it works in. */
export function FirmSection() {
  const { t } = useTranslation('settings')
  const query = useQuery(queryOf(getFirm))
  return (
    <Section title={t('sections.firm')} hint={t('firm.hint')} query={query}>
      {firm => <FirmForm firm={firm} />}
    </Section>
  )
}

const TEXTS = ['enterpriseNumber', 'street', 'postalCode', 'city', 'email', 'phone'] as const
type TextField = (typeof TEXTS)[number]

function FirmForm({ firm }: { firm: Firm }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  const [entries, setEntries] = useState(() => entriesOf(firm))
  const [complains, setComplains] = useState(false)
  const saving = useSaving((body: Firm) => call(changeFirm, { body }), {
    told: saved => {
      setEntries(entriesOf(saved))
      notifications.show({ message: t('saved') })
    },
  })
  const change = (changed: Partial<Firm>) => {
    setEntries({ ...entries, ...changed })
    saving.reset()
  }
  const isComplete = entries.name.trim() !== '' && entries.languages.length > 0
  const submit = () => {
    setComplains(!isComplete)
    if (isComplete) saving.mutate(entries)
  }
  const text = (field: TextField) => (
    <TextInput
      label={t(`firm.${field}`)}
      value={entries[field] ?? ''}
      onChange={event => change({ [field]: event.currentTarget.value })}
      error={refusalOf(saving.error, field)}
      {...(field === 'email' && { type: 'email' })}
    />
  )

  return (
    <div className={styles.form}>
      <SettingsForm
        submitLabel={t('save')}
        isPending={saving.isPending}
        error={saving.error}
        ownPaths={['name', ...TEXTS]}
        onSubmit={submit}
      >
        <TextInput
          required
          label={t('name')}
          value={entries.name}
          onChange={event => change({ name: event.currentTarget.value })}
          error={complains && entries.name.trim() === '' ? t('nameMissing') : refusalOf(saving.error, 'name')}
        />
        {text('enterpriseNumber')}
        {text('street')}
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
          {text('postalCode')}
          {text('city')}
          <Select
            label={t('firm.country')}
            searchable
            clearable
            value={entries.country}
            data={COUNTRIES.map(({ value, label }) => ({
              value: String(value),
              label: inLanguage(label, language),
            }))}
            onChange={country => change({ country })}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {text('email')}
          {text('phone')}
        </SimpleGrid>
        <Languages
          value={entries.languages}
          error={complains && entries.languages.length === 0 ? t('firm.noLanguage') : undefined}
          onChange={languages => change({ languages })}
        />
      </SettingsForm>
    </div>
  )
}

const entriesOf = (firm: Firm): Firm => ({
  ...firm,
  enterpriseNumber: firm.enterpriseNumber && formatEnterpriseNumber(firm.enterpriseNumber),
})

interface LanguagesProps {
  /** The firm's own first. */
  value: readonly Language[]
  error: string | undefined
  onChange: (languages: Language[]) => void
}

function Languages({ value, error, onChange }: LanguagesProps) {
  const { t } = useTranslation('settings')
  const putFirst = (first: Language) => onChange([first, ...value.filter(one => one !== first)])
  return (
    <Stack gap="md">
      <Checkbox.Group
        label={t('firm.languages')}
        description={t('firm.languagesHint')}
        error={error}
        value={[...value]}
        onChange={chosen => {
          const kept = value.filter(one => chosen.includes(one))
          onChange([...kept, ...LANGUAGES.filter(one => chosen.includes(one) && !kept.includes(one))])
        }}
      >
        <Group mt={6} gap="lg">
          {LANGUAGES.map(language => (
            <Checkbox
              key={language}
              value={language}
              label={<span lang={language}>{LANGUAGE_NAMES[language]}</span>}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Select
        label={t('firm.firstLanguage')}
        description={t('firm.firstLanguageHint')}
        allowDeselect={false}
        maw={300}
        value={value[0] ?? null}
        data={value.map(language => ({ value: language, label: LANGUAGE_NAMES[language] }))}
        onChange={language => language !== null && putFirst(language as Language)}
      />
    </Stack>
  )
}

import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changeLink,
  createLink,
  type SettledLink,
  type WritableLink,
} from '#features/loupe/link-settings-api.ts'
import { LINK_NEEDS } from '#features/loupe/loupe-api.ts'
import { LANGUAGES, type Language } from '#kernel/language.ts'
import { call } from '#ui/api-client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { LANGUAGE_NAMES } from '#ui/i18n.ts'
import { refusalOf, SettingsForm } from './settings-form.tsx'
import { useSaving } from './use-saving.ts'

const NEW: WritableLink = {
  name: '',
  url: 'https://',
  needs: 'enterpriseNumber',
  languages: [],
  hidden: false,
}

/** Adds or changes an institution. */
export function LinkDialog({ link, onClose }: { link: SettledLink | undefined; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [entries, setEntries] = useState<WritableLink>(() => entriesOf(link))
  const [complains, setComplains] = useState(false)
  const saving = useSaving(
    async (body: WritableLink) => {
      if (link) await call(changeLink, { params: { id: link.id }, body })
      else await call(createLink, { body })
    },
    {
      told: () => {
        notifications.show({ message: t('saved') })
        onClose()
      },
    },
  )
  const change = (changed: Partial<WritableLink>) => {
    setEntries({ ...entries, ...changed })
    saving.reset()
  }
  const submit = () => {
    setComplains(true)
    if (namesOf(entries.name).every(name => name.trim() !== '')) saving.mutate(entries)
  }
  return (
    <Dialog title={link ? t('loupe.edit') : t('loupe.add')} onClose={onClose}>
      <SettingsForm
        submitLabel={link ? t('save') : t('add')}
        isPending={saving.isPending}
        error={saving.error}
        ownPaths={['url']}
        onSubmit={submit}
        onClose={onClose}
      >
        <Names value={entries.name} complains={complains} onChange={name => change({ name })} />
        <NativeSelect
          label={t('loupe.needs')}
          value={entries.needs}
          data={LINK_NEEDS.map(value => ({ value, label: t(`loupe.needed.${value}`) }))}
          onChange={event => change({ needs: event.currentTarget.value as WritableLink['needs'] })}
        />
        <TextInput
          required
          type="url"
          label={t('loupe.url')}
          description={t('loupe.urlHint')}
          value={entries.url}
          onChange={event => change({ url: event.currentTarget.value })}
          error={refusalOf(saving.error, 'url')}
        />
        {entries.url.includes('{lang}') && (
          <Checkbox.Group
            label={t('loupe.languages')}
            value={[...entries.languages]}
            onChange={languages => change({ languages: languages as Language[] })}
          >
            <Group mt={6} gap="lg">
              {LANGUAGES.map(language => (
                <Checkbox key={language} value={language} label={LANGUAGE_NAMES[language]} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
      </SettingsForm>
    </Dialog>
  )
}

function entriesOf(link: SettledLink | undefined): WritableLink {
  if (!link) return NEW
  const { id: _id, ...entries } = link
  return entries
}

type Name = WritableLink['name']

const namesOf = (name: Name): string[] => (typeof name === 'string' ? [name] : Object.values(name))

interface NamesProps {
  value: Name
  complains: boolean
  onChange: (name: Name) => void
}

/** One name for all languages, or one for each. */
function Names({ value, complains, onChange }: NamesProps) {
  const { t } = useTranslation('settings')
  const error = (name: string) => complains && name.trim() === '' && t('nameMissing')
  const same = (
    <Checkbox
      label={t('loupe.oneName')}
      checked={typeof value === 'string'}
      onChange={event => onChange(event.currentTarget.checked ? (namesOf(value)[0] ?? '') : inEach(value))}
    />
  )
  if (typeof value === 'string') {
    return (
      <>
        <TextInput
          data-autofocus
          required
          label={t('name')}
          maxLength={60}
          autoComplete="off"
          value={value}
          onChange={event => onChange(event.currentTarget.value)}
          error={error(value)}
        />
        {same}
      </>
    )
  }
  return (
    <>
      {LANGUAGES.map(language => (
        <TextInput
          key={language}
          required
          label={t('loupe.nameIn', { language: t(`roles.languages.${language}`) })}
          maxLength={60}
          autoComplete="off"
          value={value[language]}
          onChange={event => onChange({ ...value, [language]: event.currentTarget.value })}
          error={error(value[language])}
        />
      ))}
      {same}
    </>
  )
}

const inEach = (name: Name): Exclude<Name, string> => {
  if (typeof name !== 'string') return name
  return { fr: name, nl: name, de: name, en: name }
}

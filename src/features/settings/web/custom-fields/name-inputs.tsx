import { Button, Stack, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inEveryLanguage, LANGUAGES } from '#kernel/language.ts'
import { LANGUAGE_NAMES, useLanguage } from '#ui/i18n.ts'
import { refusalOf } from '../settings-form.tsx'
import { isUnnamed, namesToSend, type TypedNames } from './names.ts'

interface NameInputsProps {
  names: TypedNames
  /** Whether to say that a name is missing. */
  complains: boolean
  /** What the server has against it. */
  error: Error | null
  onChange: (names: TypedNames) => void
}

/** A name in the user's language, and in the others on demand; where those are empty, the first stands for them. */
export function NameInputs({ names, complains, error, onChange }: NameInputsProps) {
  const { t } = useTranslation(['customFields', 'settings'])
  const own = useLanguage()
  const others = LANGUAGES.filter(language => language !== own)
  const [isOpen, setIsOpen] = useState(others.some(language => names[language] !== ''))
  const panel = useId()
  const standing = inEveryLanguage(namesToSend(names))
  return (
    <Stack gap="xs">
      <TextInput
        data-autofocus
        required
        label={t('name')}
        maxLength={80}
        autoComplete="off"
        value={names[own]}
        onChange={event => onChange({ ...names, [own]: event.currentTarget.value })}
        error={complains && isUnnamed(names) ? t('settings:nameMissing') : refusalOf(error, 'name')}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        mr="auto"
        leftSection={isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panel : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('otherLanguages')}
      </Button>
      {isOpen && (
        <Stack gap="xs" id={panel} pl="md">
          {others.map(language => (
            <TextInput
              key={language}
              size="xs"
              label={LANGUAGE_NAMES[language]}
              lang={language}
              maxLength={80}
              autoComplete="off"
              placeholder={standing[language]}
              value={names[language]}
              onChange={event => onChange({ ...names, [language]: event.currentTarget.value })}
            />
          ))}
        </Stack>
      )}
    </Stack>
  )
}

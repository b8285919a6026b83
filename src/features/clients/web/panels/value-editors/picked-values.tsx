import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Field } from '#kernel/fields/field.ts'
import { YES_NO } from '#kernel/fields/field-kinds.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import { useLanguage } from '#ui/i18n.ts'

export interface PickedValuesProps {
  label: string
  field: Field
  value: readonly unknown[]
  onChange(value: readonly unknown[]): void
  /** Whether *(vide)* can be picked as well. */
  offersEmpty: boolean
  problem?: string | undefined
}

/** Several of a field's choices; one that is gone is still shown, so that it can be taken away. */
export function PickedValues({ label, field, value, onChange, offersEmpty, problem }: PickedValuesProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const options = choicesOf(field, language, value)
  if (offersEmpty) options.push({ value: keyOf(null), label: t('emptyValue') })
  const known = new Set(options.map(option => option.value))
  for (const gone of value.map(keyOf).filter(key => !known.has(key))) {
    options.push({ value: gone, label: t('value.gone', { value: gone.replaceAll('"', '') }) })
  }
  return (
    <MultiSelect
      aria-label={label}
      size="xs"
      comboboxProps={{ withinPortal: false }}
      searchable
      data={options}
      value={value.map(keyOf)}
      onChange={keys => onChange(keys.map(key => JSON.parse(key) as unknown))}
      filter={({ options: all, search }) =>
        all.filter(option => 'label' in option && finds(option.label, search))
      }
      placeholder={value.length === 0 ? t('value.pick') : ''}
      nothingFoundMessage={t('nothingFound')}
      error={problem}
      maxDropdownHeight={240}
    />
  )
}

function choicesOf(
  field: Field,
  language: Language,
  picked: readonly unknown[],
): { value: string; label: string }[] {
  if (!field.choices) return YES_NO[language].map((label, index) => ({ value: keyOf(index === 0), label }))
  return field.choices
    .filter(choice => !choice.retired || picked.includes(choice.value))
    .map(choice => ({ value: keyOf(choice.value), label: inLanguage(choice.label, language) }))
}

// Options are told apart by text, values are texts, numbers, yes or no, and null.
const keyOf = (value: unknown): string => JSON.stringify(value)

const finds = (label: unknown, search: string): boolean =>
  foldText(String(label)).includes(foldText(search.trim()))

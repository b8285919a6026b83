import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Field } from '#kernel/fields/field.ts'
import { YES_NO } from '#kernel/fields/field-kinds.ts'
import { inLanguage, type Language } from '#kernel/language.ts'
import { foldText } from '#kernel/text.ts'
import { useLanguage } from '#ui/i18n.ts'
import { PickedSelect } from './picked-select.tsx'

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
  const options = choicesOf(field, useLanguage(), value)
  if (offersEmpty) options.push({ value: keyOf(null), label: t('emptyValue') })
  const known = new Map(options.map(option => [option.value, option]))
  for (const gone of value.map(keyOf).filter(key => !known.has(key))) {
    options.push({ value: gone, label: t('value.gone', { value: String(JSON.parse(gone)) }) })
  }
  const finds = (key: string, search: string) => {
    const { label = '', detail = '' } = known.get(key) ?? {}
    return foldText(`${label} ${detail}`).includes(foldText(search.trim()))
  }
  return (
    <PickedSelect
      aria-label={label}
      data={options}
      value={value.map(keyOf)}
      onChange={keys => onChange(keys.map(key => JSON.parse(key) as unknown))}
      filter={({ options: all, search }) =>
        all.filter(option => 'value' in option && finds(option.value, search))
      }
      renderOption={({ option }) => (
        <span>
          {option.label}{' '}
          <Text span size="xs" c="dimmed">
            {known.get(option.value)?.detail}
          </Text>
        </span>
      )}
      error={problem}
    />
  )
}

interface Option {
  value: string
  /** As cells show it. */
  label: string
  /** The whole label, where that is a short one. */
  detail?: string
}

function choicesOf(field: Field, language: Language, picked: readonly unknown[]): Option[] {
  if (!field.choices) return YES_NO[language].map((label, index) => ({ value: keyOf(index === 0), label }))
  return field.choices
    .filter(choice => !choice.retired || picked.includes(choice.value))
    .map(({ value, label, short }) => ({
      value: keyOf(value),
      label: inLanguage(short ?? label, language),
      ...(short === undefined ? {} : { detail: inLanguage(label, language) }),
    }))
}

// Options are told apart by text; values are texts, numbers, yes or no, and null.
const keyOf = (value: unknown): string => JSON.stringify(value)

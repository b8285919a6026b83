import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#kernel/fields/field.ts'
import { useLanguage } from '#ui/i18n.ts'
import { readTyped, showTyped } from './typed-values.ts'

export interface TypedListProps {
  label: string
  field: Field
  value: readonly unknown[]
  onChange(value: readonly unknown[]): void
  problem?: string | undefined
}

/** Several values of a field without choices, typed one by one or pasted with a semicolon or a line between them. */
export function TypedList({ label, field, value, onChange, problem }: TypedListProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const [refused, setRefused] = useState<string>()
  const empty = t('emptyValue')
  const shown = new Map(value.map(one => [one === null ? empty : showTyped(one, field, language), one]))

  const change = (tags: string[]) => {
    const values = tags.map(tag =>
      shown.has(tag) ? shown.get(tag) : tag === empty ? null : understood(tag, field),
    )
    setRefused(tags.find((_, index) => values[index] === undefined))
    onChange([...new Set(values.filter(one => one !== undefined))])
  }

  return (
    <TagsInput
      aria-label={label}
      size="xs"
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
      styles={{ inputField: { minWidth: 60 } }}
      data={[empty]}
      value={[...shown.keys()]}
      onChange={change}
      splitChars={[';', '\n', '\t']}
      placeholder={value.length === 0 ? t('value.typeSeveral') : ''}
      error={refused === undefined ? problem : t('value.notUnderstoodShort', { typed: refused })}
    />
  )
}

function understood(tag: string, field: Field): string | number | undefined {
  const reading = readTyped(tag, field, 'in')
  return 'problem' in reading ? undefined : reading.value
}

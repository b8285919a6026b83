import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#kernel/fields/field.ts'
import { useLanguage } from '#ui/i18n.ts'
import { CalendarButton } from './calendar-button.tsx'
import { TypedInput, type TypedInputProps } from './typed-input.tsx'
import { readTyped, showTyped } from './typed-values.ts'

export interface DayInputProps extends Partial<Pick<TypedInputProps, 'read' | 'complaintFor'>> {
  label: string
  field: Field
  value: string | undefined
  onChange(value: string | undefined): void
  problem?: string | undefined
}

/** A day, typed in any usual form or picked from a calendar. */
export function DayInput({ label, field, value, onChange, problem, ...reading }: DayInputProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  // A picked day is shown by a new box: one that is typed in keeps its own text.
  const [picked, setPicked] = useState(0)

  const pick = (day: string) => {
    setPicked(picked + 1)
    onChange(day)
  }

  return (
    <TypedInput
      key={picked}
      label={label}
      shown={showTyped(value, field, language)}
      read={typed => readTyped(typed, field, 'eq')}
      {...reading}
      onChange={day => onChange(day as string | undefined)}
      problem={problem}
      placeholder={t('value.dayExample')}
      rightSection={<CalendarButton label={label} value={value} onPick={pick} />}
    />
  )
}

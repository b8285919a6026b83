import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { belgianDay } from '#kernel/day.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { familyOf, isDateKind } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import { ClientSelect } from '../client-select.tsx'
import type { CellEditing } from '../editing/editability.ts'
import { pickOptions } from '../editing/pick-options.ts'
import { useProblemWords } from '../editing/problem-words.ts'
import { inputText, readInput } from '../editing/read-input.ts'
import { DayInput } from '../panels/value-editors/day-input.tsx'
import { PickedValues } from '../panels/value-editors/picked-values.tsx'
import { TypedInput, type TypedInputProps } from '../panels/value-editors/typed-input.tsx'

export interface ValueInputProps {
  label: string
  field: DescribedField
  value: FieldValue | undefined
  /** Undefined while there is no value, or none that can be understood. */
  onChange: (value: FieldValue | undefined) => void
  editing: CellEditing
  id?: string
  isRequired?: boolean
  problem?: ReactNode
}

const PICKED = ['choice', 'reference', 'user', 'yesNo']

/** The value that a field is to get, in the box of its kind. */
export function ValueInput(props: ValueInputProps) {
  const { label, field, value, onChange } = props
  const reading = useReading(field)
  if (field.kind === 'client') return <ClientInput {...props} />
  if (PICKED.includes(field.kind)) return <PickedInput {...props} />
  if (familyOf(field) === 'set') {
    return (
      <PickedValues
        label={label}
        field={field}
        value={Array.isArray(value) ? value : []}
        onChange={next => onChange(next.length > 0 ? (next as FieldValue) : undefined)}
        offersEmpty={false}
      />
    )
  }
  if (isDateKind(field.kind)) {
    const day = typeof value === 'string' ? value : undefined
    return <DayInput label={label} field={field} value={day} onChange={onChange} {...reading} />
  }
  return <TextInput {...props} />
}

/** What is typed is read, and refused, as in a cell of the list. */
function useReading(field: DescribedField): Required<Pick<TypedInputProps, 'read' | 'complaintFor'>> {
  const inWords = useProblemWords()
  const today = belgianDay(new Date())
  return {
    read: typed => {
      const reading = readInput(typed, { ...field, neverEmpty: false }, today)
      if ('problem' in reading) return { problem: reading.problem, accepted: reading.accepted ?? '' }
      return { value: (reading.value ?? undefined) as string | undefined }
    },
    complaintFor: (_typed, { problem, accepted }) => inWords(problem, accepted),
  }
}

function PickedInput({ label, field, value, onChange, editing, ...box }: ValueInputProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  const portfolios = editablePortfolios(editing)
  const options = pickOptions(field, null, { language, noValue: '', portfolios }).filter(
    option => option.value !== null,
  )
  const keyOf = (one: unknown) => JSON.stringify(one)
  return (
    <Select
      {...boxProps(box)}
      aria-label={label}
      size="xs"
      searchable
      placeholder={t('value.pick')}
      nothingFoundMessage={t('nothingFound')}
      maxDropdownHeight={260}
      data={options.map(option => ({
        value: keyOf(option.value),
        label: option.detail ? `${option.label} – ${option.detail}` : option.label,
      }))}
      value={(value ?? null) === null ? null : keyOf(value)}
      onChange={key => onChange(key === null ? undefined : (JSON.parse(key) as FieldValue))}
    />
  )
}

/** What the box of a form has beside its value. */
const boxProps = ({ id, isRequired = false, problem }: Partial<ValueInputProps>) => ({
  ...(id !== undefined && { id }),
  required: isRequired,
  error: problem,
})

function ClientInput({ label, value, onChange, ...box }: ValueInputProps) {
  const { t } = useTranslation('panels')
  return (
    <ClientSelect
      {...boxProps(box)}
      aria-label={label}
      placeholder={t('value.pick')}
      chosen={typeof value === 'number' ? value : undefined}
      onChoose={onChange}
    />
  )
}

function TextInput({ label, field, value, onChange }: ValueInputProps) {
  const language = useLanguage()
  return (
    <TypedInput
      label={label}
      shown={inputText(value ?? null, field, language)}
      {...useReading(field)}
      onChange={onChange}
      {...(field.kind === 'money' ? { rightSection: '€' } : {})}
      hasLines={field.kind === 'longText'}
    />
  )
}

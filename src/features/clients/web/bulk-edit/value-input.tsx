import { Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { belgianDay } from '#kernel/day.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { isDateKind } from '#kernel/fields/field-kinds.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { CellEditing } from '../editing/editability.ts'
import { pickOptions } from '../editing/pick-options.ts'
import { useProblemWords } from '../editing/problem-words.ts'
import { inputText, readInput } from '../editing/read-input.ts'
import { DayInput } from '../panels/value-editors/day-input.tsx'
import { TypedInput } from '../panels/value-editors/typed-input.tsx'
import { useFoundClients } from '../use-found-clients.ts'

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
  if (field.kind === 'client') return <ClientInput {...props} />
  if (PICKED.includes(field.kind)) return <PickedInput {...props} />
  if (isDateKind(field.kind)) {
    const day = typeof value === 'string' ? value : undefined
    return <DayInput label={label} field={field} value={day} onChange={onChange} />
  }
  return <TextInput {...props} />
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

/** A client, found by its name or number as in the search box of the list. */
function ClientInput({ label, value, onChange, ...box }: ValueInputProps) {
  const { t } = useTranslation('panels')
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<{ value: string; label: string }>()
  const found = useFoundClients(typed).found.map(({ id, name }) => ({ value: String(id), label: name }))
  const offered = picked && !found.some(one => one.value === picked.value) ? [picked, ...found] : found
  return (
    <Select
      {...boxProps(box)}
      aria-label={label}
      size="xs"
      searchable
      placeholder={t('value.pick')}
      nothingFoundMessage={t('nothingFound')}
      // The server has searched already, in more than the name.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      data={offered}
      value={typeof value === 'number' ? String(value) : null}
      onChange={(id, option) => {
        setPicked(option ?? undefined)
        onChange(id === null ? undefined : Number(id))
      }}
    />
  )
}

function TextInput({ label, field, value, onChange }: ValueInputProps) {
  const language = useLanguage()
  const inWords = useProblemWords()
  const today = belgianDay(new Date())
  return (
    <TypedInput
      label={label}
      shown={inputText(value ?? null, field, language)}
      read={typed => {
        const reading = readInput(typed, { ...field, neverEmpty: false }, today)
        if ('problem' in reading)
          return { problem: reading.problem, accepted: inWords(reading.problem, reading.accepted) }
        return { value: (reading.value ?? undefined) as string | undefined }
      }}
      onChange={onChange}
      {...(field.kind === 'money' ? { rightSection: '€' } : {})}
    />
  )
}

import { SimpleGrid, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Field } from '#kernel/fields/field.ts'
import { isDateKind } from '#kernel/fields/field-kinds.ts'
import type { Operator } from '#kernel/filters/filter.ts'
import { valueShape } from '#kernel/filters/value-shape.ts'
import { useLanguage } from '#ui/i18n.ts'
import { isPicked } from '../edit-condition.ts'
import { DayInput } from './day-input.tsx'
import { PickedClients } from './picked-clients.tsx'
import { PickedValues } from './picked-values.tsx'
import { TypedInput } from './typed-input.tsx'
import { TypedList } from './typed-list.tsx'
import { readDayCount, readTyped, showTyped } from './typed-values.ts'

export interface ValueEditorProps {
  field: Field
  op: Operator
  value: unknown
  /** Undefined while nothing, or nothing that can be understood, is filled in. */
  onChange(value: unknown): void
  problem?: string | undefined
}

/** What a condition compares with, edited as suits the operator and the type of the field. */
export function ValueEditor(props: ValueEditorProps) {
  const { t } = useTranslation('panels')
  switch (valueShape(props.op)) {
    case 'nothing':
      return null
    case 'one':
      return <OneValue {...props} label={t('value.label')} />
    case 'pair':
      return <PairOfValues {...props} />
    case 'several':
      return <SeveralValues {...props} />
    case 'days':
      return <DayCount {...props} />
  }
}

function OneValue({ field, op, value, onChange, problem, label }: ValueEditorProps & { label: string }) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  if (isDateKind(field.kind)) {
    return (
      <DayInput label={label} field={field} value={asText(value)} onChange={onChange} problem={problem} />
    )
  }
  return (
    <TypedInput
      label={label}
      shown={showTyped(value, field, language)}
      read={typed => readTyped(typed, field, op)}
      onChange={onChange}
      problem={problem}
      placeholder={field.kind === 'dayOfYear' ? t('value.dayOfYearExample') : undefined}
      {...(field.kind === 'money' ? { rightSection: '€' } : {})}
    />
  )
}

function PairOfValues({ value, onChange, problem, ...props }: ValueEditorProps) {
  const { t } = useTranslation('panels')
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : []
  // A half that is not filled in is null: the pair is then refused until it is.
  const change = (pair: [unknown, unknown]) => onChange(pair.map(half => half ?? null))
  const missing = (half: unknown) => (half ?? null) === null
  const problemOf = (half: unknown) =>
    missing(half) || !(missing(from) || missing(to)) ? problem : undefined
  return (
    <SimpleGrid cols={2} spacing="xs">
      <OneValue
        {...props}
        label={t('value.from')}
        value={from}
        onChange={half => change([half, to])}
        problem={problemOf(from)}
      />
      <OneValue
        {...props}
        label={t('value.to')}
        value={to}
        onChange={half => change([from, half])}
        problem={problemOf(to)}
      />
    </SimpleGrid>
  )
}

function SeveralValues({ field, op, value, onChange, problem }: ValueEditorProps) {
  const { t } = useTranslation('panels')
  const values = Array.isArray(value) ? (value as unknown[]) : []
  const shared = {
    label: t('value.several'),
    field,
    value: values,
    onChange: (next: readonly unknown[]) => onChange(next.length > 0 ? next : undefined),
    problem,
  }
  if (field.kind === 'client') return <PickedClients {...shared} offersEmpty />
  if (!isPicked(field)) return <TypedList {...shared} />
  return <PickedValues {...shared} offersEmpty={op !== 'hasAll'} />
}

function DayCount({ value, onChange, problem }: ValueEditorProps) {
  const { t } = useTranslation('panels')
  return (
    <TypedInput
      label={t('value.days')}
      shown={value === undefined ? '' : String(value)}
      read={readDayCount}
      onChange={onChange}
      problem={problem}
      placeholder="30"
      numeric
      rightSection={
        <Text size="xs" c="dimmed" pr={30}>
          {t('value.daysUnit')}
        </Text>
      }
    />
  )
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

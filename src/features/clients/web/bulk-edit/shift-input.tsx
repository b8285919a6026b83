import { NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '#kernel/fields/field.ts'
import classes from './bulk-edit.module.css'

const UNITS = { days: 'D', months: 'M', years: 'Y' } as const
type Unit = keyof typeof UNITS

interface ShiftInputProps {
  /** The label of the field. */
  field: string
  /** An ISO 8601 duration, such as `P3M`. */
  value: FieldValue | undefined
  onChange: (value: FieldValue | undefined) => void
}

/** By how much a day is moved: a number of days, months or years. */
export function ShiftInput({ field, value, onChange }: ShiftInputProps) {
  const { t } = useTranslation('bulkEdit')
  const [, count, letter = 'M'] = /^P(\d+)([DMY])$/.exec(String(value ?? '')) ?? []
  // Kept here, for there is no duration as long as there is no number.
  const [unit, setUnit] = useState(
    (Object.keys(UNITS) as Unit[]).find(one => UNITS[one] === letter) ?? 'months',
  )
  const change = (next: number | undefined, of: Unit) =>
    onChange(next === undefined || next < 1 ? undefined : `P${next}${UNITS[of]}`)
  return (
    <div className={classes.shift}>
      <NumberInput
        aria-label={t('amountOf', { field })}
        size="xs"
        min={1}
        max={999}
        allowDecimal={false}
        allowNegative={false}
        value={count === undefined ? '' : Number(count)}
        onChange={next => change(next === '' ? undefined : Number(next), unit)}
      />
      <Select
        aria-label={t('unitOf', { field })}
        size="xs"
        allowDeselect={false}
        data={(Object.keys(UNITS) as Unit[]).map(one => ({ value: one, label: t(`units.${one}`) }))}
        value={unit}
        onChange={next => {
          setUnit((next ?? unit) as Unit)
          change(count === undefined ? undefined : Number(count), (next ?? unit) as Unit)
        }}
      />
    </div>
  )
}

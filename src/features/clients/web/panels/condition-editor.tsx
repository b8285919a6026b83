import { NativeSelect, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import type { Condition, Operator } from '#kernel/filters/filter.ts'
import { operatorLabel } from '#kernel/filters/filter-sentence.ts'
import { useLanguage } from '#ui/i18n.ts'
import { withOperator, withValue } from './edit-condition.ts'
import { ValueEditor } from './value-editors/value-editor.tsx'

export interface ConditionEditorProps {
  field: DescribedField
  condition: Condition
  onChange(condition: Condition): void
  problem?: string | undefined
}

/** Operator and value of a condition on a field that is already chosen. */
export function ConditionEditor({ field, condition, onChange, problem }: ConditionEditorProps) {
  const { t } = useTranslation('panels')
  const language = useLanguage()
  return (
    <Stack gap={6} flex={1} miw={0}>
      <NativeSelect
        aria-label={t('condition.operator')}
        size="xs"
        value={condition.op}
        onChange={event => onChange(withOperator(condition, event.currentTarget.value as Operator))}
        data={field.operators.map(op => ({ value: op, label: operatorLabel(op, field, language) }))}
      />
      <ValueEditor
        // What is typed belongs to one field and operator: another one starts with its own boxes.
        key={`${condition.field} ${condition.op}`}
        field={field}
        op={condition.op}
        value={condition.value}
        onChange={value => onChange(withValue(condition, value))}
        problem={problem}
      />
    </Stack>
  )
}

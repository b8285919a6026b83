import { FocusTrap, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DescribedField } from '#features/clients/clients-api.ts'
import { familyOf } from '#kernel/fields/field-kinds.ts'
import { conditionsOnField, withCondition, withoutField } from '#kernel/filters/column-conditions.ts'
import type { Condition, Filter } from '#kernel/filters/filter.ts'
import { ApplyForm } from './apply-form.tsx'
import { valuesFound } from './column-values.ts'
import { type ConditionProblem, conditionProblem, useConditionProblem } from './condition-problem.ts'
import { ConditionsSection } from './conditions-section.tsx'
import { firstCondition } from './edit-condition.ts'
import { type DraftCondition, newDraftCondition } from './filter-draft.ts'
import { onEscape } from './keys.ts'
import { SortSection, type SortSectionProps } from './sort-section.tsx'
import { conditionOfTicks, keptValues, type Ticks, ticksOf } from './ticks.ts'
import { type ListSelection, useColumnValues } from './use-column-values.ts'
import { type ColumnValues, ValuesSection } from './values-section.tsx'

export interface FilterMenuProps extends SortSectionProps {
  fields: ReadonlyMap<string, DescribedField>
  /** The filter of the whole list. */
  filter: Filter
  selection: ListSelection
  onChange(filter: Filter): void
}

/**
 * The filter menu of a column, as in Excel (F08): sort, tick values, or set conditions. It holds the focus; whoever
 * shows it only has to place it.
 */
export function FilterMenu(props: FilterMenuProps) {
  const { t } = useTranslation('panels')
  const { field, filter, onClose } = props
  const [own] = useState(() => conditionsOnField(filter, field.id))
  const hasValues = familyOf(field) !== 'secret'
  const [view, setView] = useState(() => (hasValues && ticksOf(own) ? 'values' : 'conditions'))
  const views = VIEWS.map(value => ({ value, label: t(`filterMenu.${value}`) }))

  const apply = (conditions: readonly Condition[]) => {
    props.onChange(conditions.reduce(withCondition, withoutField(filter, field.id)))
    onClose()
  }
  const shared = { ...props, own, apply }

  return (
    <FocusTrap>
      <Stack
        role="dialog"
        aria-label={t('filterMenu.title', { column: field.label })}
        gap="xs"
        w={300}
        onKeyDown={onEscape(onClose)}
      >
        {field.sortable && <SortSection {...props} />}
        {hasValues && (
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('filterMenu.view')}
            value={view}
            onChange={setView}
            data={views}
          />
        )}
        {view === 'values' ? <ByValues {...shared} /> : <ByConditions {...shared} />}
      </Stack>
    </FocusTrap>
  )
}

const VIEWS = ['values', 'conditions'] as const

interface PartProps extends FilterMenuProps {
  /** The column's own conditions when the menu was opened. */
  own: readonly Condition[]
  apply(conditions: readonly Condition[]): void
}

function ByValues({ field, fields, filter, selection, own, apply }: PartProps) {
  const { t } = useTranslation('panels')
  const [ticks, setTicks] = useState<Ticks>(() => ticksOf(own) ?? 'untouched')
  const [search, setSearch] = useState('')
  const [problem, setProblem] = useState<ConditionProblem>()
  const { values: all, error, retry } = useColumnValues(field, fields, filter, selection, ticks)
  const found = all && valuesFound(all, search, t('emptyValue'))
  const kept = all && found && keptValues(ticks, all.map(itsValue), found.map(itsValue))

  const submit = () => {
    if (!all || !kept) return false
    const conditions = kept === 'all' ? [] : [conditionOfTicks(kept, all.map(itsValue), field)]
    const [refused] = conditions.flatMap(condition => conditionProblem(condition, fields) ?? [])
    setProblem(refused)
    if (!refused) apply(conditions)
    return !refused
  }

  return (
    <ApplyForm onSubmit={submit} onClear={() => apply([])} disabled={!kept || kept.length === 0}>
      <ValuesSection
        columnLabel={field.label}
        values={columnValues(all, found, error, retry)}
        search={search}
        onSearch={setSearch}
        ticks={ticks}
        onTicks={setTicks}
      />
      {problem && (
        <Text size="xs" c="red" mt={6} role="alert">
          {t(problem === 'badValue' ? 'filterMenu.tooManyTicked' : `condition.problem.${problem}`)}
        </Text>
      )}
    </ApplyForm>
  )
}

function columnValues(
  all: (ColumnValues & { state: 'here' })['all'] | undefined,
  found: (ColumnValues & { state: 'here' })['found'] | undefined,
  error: Error | null,
  retry: () => void,
): ColumnValues {
  if (all && found) return { state: 'here', all, found }
  return error ? { state: 'failed', message: error.message, retry } : { state: 'loading' }
}

function ByConditions({ field, fields, own, apply }: PartProps) {
  const [conditions, setConditions] = useState<readonly DraftCondition[]>(() =>
    (own.length > 0 ? own : [firstCondition(field)]).map(condition => newDraftCondition(condition)),
  )
  const [complains, setComplains] = useState(false)
  const problemOf = useConditionProblem(fields)

  const submit = () => {
    const isRefused = conditions.some(problemOf)
    if (isRefused) setComplains(true)
    else apply(conditions.flatMap(({ condition }) => condition ?? []))
    return !isRefused
  }

  return (
    <ApplyForm onSubmit={submit} onClear={() => apply([])}>
      <ConditionsSection
        field={field}
        conditions={conditions}
        onChange={setConditions}
        onAdd={() => setConditions([...conditions, newDraftCondition(firstCondition(field))])}
        problemOf={draft => (complains ? problemOf(draft) : undefined)}
      />
    </ApplyForm>
  )
}

const itsValue = <V,>({ value }: { value: V }): V => value

import { useTranslation } from 'react-i18next'
import type { FieldsById } from '#kernel/fields/field.ts'
import { checkFilter } from '#kernel/filters/check-filter.ts'
import type { Condition } from '#kernel/filters/filter.ts'
import { valueShape } from '#kernel/filters/value-shape.ts'
import type { DraftCondition } from './filter-draft.ts'

export type ConditionProblem = 'noValue' | 'unknownField' | 'unknownOperator' | 'unknownChoice' | 'badValue'

const TOLD: ReadonlySet<string> = new Set<ConditionProblem>([
  'unknownField',
  'unknownOperator',
  'unknownChoice',
])

/** What is wrong with a condition as it is written now. */
export function conditionProblem(condition: Condition, fields: FieldsById): ConditionProblem | undefined {
  const [problem] = checkFilter(condition, fields)
  if (!problem) return undefined
  if (TOLD.has(problem.problem)) return problem.problem as ConditionProblem
  return isFilledIn(condition) ? 'badValue' : 'noValue'
}

/** Tells in words what is wrong with a condition. One without a field says nothing yet, and nothing wrong. */
export function useConditionProblem(fields: FieldsById): (draft: DraftCondition) => string | undefined {
  const { t } = useTranslation('panels')
  return ({ condition }) => {
    const problem = condition && conditionProblem(condition, fields)
    return problem && t(`condition.problem.${problem}`)
  }
}

function isFilledIn({ op, value }: Condition): boolean {
  if (valueShape(op) === 'pair') return Array.isArray(value) && value.every(half => half !== null)
  return value !== undefined
}

import type { Filter } from '#kernel/filters/filter.ts'
import { isCondition } from '#kernel/filters/filter.ts'

/** Whose the fields of a category are, as far as this screen says it: kinds of clients, legal forms; none means all. */
export interface Criteria {
  kinds: readonly string[]
  legalForms: readonly string[]
}

const KIND = 'identity.kind'
const LEGAL_FORM = 'identity.legalForm'

/** The filter as what can be picked here; undefined for one that says more, as programs can. */
export function readCriteria(filter: Filter | null): Criteria | undefined {
  if (filter === null) return { kinds: [], legalForms: [] }
  const parts = isCondition(filter) ? [filter] : 'all' in filter ? filter.all : undefined
  if (!parts) return undefined
  const criteria: { kinds: string[]; legalForms: string[] } = { kinds: [], legalForms: [] }
  for (const part of parts) {
    if (!isCondition(part) || part.op !== 'in' || !Array.isArray(part.value)) return undefined
    const into =
      part.field === KIND ? criteria.kinds : part.field === LEGAL_FORM ? criteria.legalForms : undefined
    if (!into || into.length > 0 || !part.value.every(value => typeof value === 'string')) return undefined
    into.push(...(part.value as string[]))
  }
  return criteria
}

export function criteriaFilter({ kinds, legalForms }: Criteria): Filter | null {
  const parts = [
    ...(kinds.length > 0 ? [{ field: KIND, op: 'in' as const, value: [...kinds] }] : []),
    ...(legalForms.length > 0 ? [{ field: LEGAL_FORM, op: 'in' as const, value: [...legalForms] }] : []),
  ]
  const [only] = parts
  if (!only) return null
  return parts.length === 1 ? only : { all: parts }
}

import { fieldOfTarget, type ImportTarget } from '../import-targets.ts'
import type { ImportMapping, ImportSheet } from '../imports-api.ts'

/** What keeps columns from being checked. */
export type MappingProblem = 'nameNeeded' | 'portfolioNeeded' | 'twice' | { partWithout: string }

/** Every column as it was guessed. */
export const guessedMapping = (sheet: ImportSheet, defaultPortfolio: number | null): ImportMapping => ({
  sheet: sheet.index,
  headerRow: sheet.headerRow,
  columns: sheet.columns.flatMap(({ column, target }) => (target === null ? [] : [{ column, target }])),
  defaultPortfolio,
})

export const targetOf = (mapping: ImportMapping, column: number): ImportTarget | null =>
  mapping.columns.find(one => one.column === column)?.target ?? null

/** The mapping with a column that is read into something else, or into nothing. */
export function withTarget(
  mapping: ImportMapping,
  column: number,
  target: ImportTarget | null,
): ImportMapping {
  const others = mapping.columns.filter(one => one.column !== column)
  const columns =
    target === null ? others : [...others, { column, target }].sort((a, b) => a.column - b.column)
  return { ...mapping, columns }
}

/** Whether another column is read into the same thing. */
export const isTwice = (mapping: ImportMapping, target: ImportTarget | null): boolean =>
  target !== null && mapping.columns.filter(one => one.target === target).length > 1

export function mappingProblems(mapping: ImportMapping): MappingProblem[] {
  const targets = mapping.columns.map(({ target }) => target)
  const problems: MappingProblem[] = []
  if (!targets.includes('identity.name')) problems.push('nameNeeded')
  if (mapping.defaultPortfolio === null && !targets.includes('assignment.portfolio'))
    problems.push('portfolioNeeded')
  if (new Set(targets).size < targets.length) problems.push('twice')
  const alone = targets
    .map(fieldOfTarget)
    .find(field => !targets.includes(field) && field !== 'identity.name')
  if (alone !== undefined) problems.push({ partWithout: alone })
  return problems
}

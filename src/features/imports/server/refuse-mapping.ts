import { AppError, type FieldProblem } from '#kernel/app-error.ts'
import type { Field } from '#kernel/fields/field.ts'
import { withPortfolios } from '../accepted-values.ts'
import { fieldOfTarget, targetsOf } from '../import-targets.ts'
import type { ImportMapping } from '../imports-api.ts'
import { columnLetters } from '../sheet.ts'

/** Throws badInput with everything that is wrong with a mapping, each with what is accepted. */
export function refuseMapping(
  { sheet, columns, defaultPortfolio }: ImportMapping,
  fields: readonly Field[],
  sheetCount: number,
  editable: readonly number[],
): void {
  const problems: FieldProblem[] = []
  if (sheet >= sheetCount) {
    problems.push({ path: 'sheet', problem: 'noSuchSheet', params: { value: sheet, last: sheetCount - 1 } })
  }
  if (!columns.some(({ target }) => target === 'identity.name'))
    problems.push({ path: 'columns', problem: 'nameNotMapped' })
  if (defaultPortfolio !== null && !editable.includes(defaultPortfolio)) {
    const params = { value: defaultPortfolio, accepted: portfoliosWithIds(fields, editable) }
    problems.push({ path: 'defaultPortfolio', problem: 'noSuchDefaultPortfolio', params })
  }
  problems.push(...columnProblems(columns, fields))
  if (problems.length > 0) throw new AppError('badInput', { fields: problems })
}

const portfoliosWithIds = (fields: readonly Field[], editable: readonly number[]): string =>
  fields
    .flatMap(field =>
      field.id === 'assignment.portfolio' ? (withPortfolios(field, editable).choices ?? []) : [],
    )
    .map(({ value, label }) => `${value} (${label})`)
    .join(', ')

function columnProblems(columns: ImportMapping['columns'], fields: readonly Field[]): FieldProblem[] {
  const targets = targetsOf(fields)
  return columns.flatMap(({ column, target }, index) => {
    const path = `columns[${index}]`
    const params = { column: columnLetters(column), value: target }
    if (!targets.includes(target)) {
      const accepted = `${targets.slice(0, 3).join(', ')}, …`
      return [{ path, problem: 'noSuchTarget', params: { ...params, accepted } }]
    }
    const field = fieldOfTarget(target)
    if (!columns.some(one => one.target === field))
      return [{ path, problem: 'partWithoutField', params: { ...params, accepted: field } }]
    const isTwice = columns.slice(0, index).some(one => one.target === target || one.column === column)
    return isTwice ? [{ path, problem: 'mappedTwice', params }] : []
  })
}

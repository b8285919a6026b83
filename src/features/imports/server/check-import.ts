import { getCatalogue } from '#features/clients/server/client-catalogue.ts'
import type { Actor } from '#features/sign-in/server/actor.ts'
import { AppError, type FieldProblem } from '#kernel/app-error.ts'
import type { Field } from '#kernel/fields/field.ts'
import type { SecretBox } from '#platform/secret-box.ts'
import { fieldOfTarget, importableFields, targetsOf } from '../import-targets.ts'
import type { ImportMapping } from '../imports-api.ts'
import { getImportPart, getStagedImport, saveCheck } from './import-queries.ts'
import { findNumberHolders } from './number-holders.ts'
import { checkInThread } from './run-import-job.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { openSheets } from './show-import.ts'

/** Tries every row of a sheet with these columns and keeps what could come in and what there is to tell. */
export async function checkImport(
  actor: Actor,
  id: number,
  mapping: ImportMapping,
  secrets: SecretBox,
): Promise<void> {
  const { db } = actor
  const sheets = openSheets(await getStagedImport(db, id), db.firmId, secrets)
  const fields = importableFields((await getCatalogue(db, [...actor.portfolios.keys()])).fields)
  const editable = editablePortfolios(actor)
  refuseMapping(mapping, fields, sheets.length, editable)
  const content = openBytes(secrets, db.firmId, await getImportPart(db, id, 'content'))
  const rules = {
    fields,
    columns: mapping.columns,
    from1904: sheets[mapping.sheet]?.from1904 ?? false,
    defaultPortfolio: mapping.defaultPortfolio,
    editablePortfolios: editable,
  }
  const { counts, accepted, report } = await checkInThread({ ...mapping, content, rules }, numbers =>
    findNumberHolders(db, actor, numbers, secrets),
  )
  const seal = (bytes: Uint8Array) => sealBytes(secrets, db.firmId, bytes)
  await saveCheck(db, id, { mapping, counts, accepted: seal(accepted), report: seal(report) })
}

/** Where this user may add clients. */
export const editablePortfolios = ({ portfolios }: Pick<Actor, 'portfolios'>): number[] =>
  [...portfolios].filter(([, level]) => level !== 'read').map(([id]) => id)

function refuseMapping(
  { sheet, columns, defaultPortfolio }: ImportMapping,
  fields: readonly Field[],
  sheetCount: number,
  editable: readonly number[],
): void {
  const problems: FieldProblem[] = []
  if (sheet >= sheetCount) problems.push({ path: 'sheet', problem: 'noSuchSheet' })
  if (!columns.some(({ target }) => target === 'identity.name'))
    problems.push({ path: 'columns', problem: 'nameNotMapped' })
  if (defaultPortfolio !== null && !editable.includes(defaultPortfolio)) {
    problems.push({ path: 'defaultPortfolio', problem: 'portfolioNotEditable' })
  }
  problems.push(...columnProblems(columns, fields))
  if (problems.length > 0) throw new AppError('badInput', { fields: problems })
}

function columnProblems(columns: ImportMapping['columns'], fields: readonly Field[]): FieldProblem[] {
  const targets = targetsOf(fields)
  const isMapped = (target: string) => columns.some(one => one.target === target)
  return columns.flatMap(({ column, target }, index) => {
    const path = `columns[${index}]`
    const before = columns.slice(0, index)
    if (!targets.includes(target) || !isMapped(fieldOfTarget(target)))
      return [{ path, problem: 'noSuchTarget' }]
    const isTwice = before.some(one => one.target === target || one.column === column)
    return isTwice ? [{ path, problem: 'mappedTwice' }] : []
  })
}

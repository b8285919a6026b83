import { type ChangeSetRequest, listChangeLines } from '#features/change-sets/change-sets-api.ts'
import type { RefusalReason } from '#features/change-sets/refusals.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import { isMissing } from '#kernel/fields/value-state.ts'
import { call } from '#ui/api-client.ts'
import type { CellPlace } from '#ui/grid/cell-commands.ts'
import type { VisitChanges } from './visit-changes.ts'

/** A value for a cell, and the one that the user saw there. */
export interface CellChange {
  place: CellPlace
  value: FieldValue
  seen: FieldValue
  keepInvalid?: boolean | undefined
  also?: { field: string; value: FieldValue; before: FieldValue } | undefined
}

/** Why a cell was not changed; for an invalid value what is wrong with it, and who has the number already. */
export interface CellRefusal {
  reason: RefusalReason
  problem?: string
  holder?: string
  /** In which the client is filed, where the right is missing. */
  portfolio?: string
}

type Edit = NonNullable<ChangeSetRequest['edits']>[number]

/** What was left alone: the cell, and what was to change along with it. */
interface Refusals {
  own?: CellRefusal | undefined
  also?: CellRefusal | undefined
}

/** Changes one cell, unless somebody else has changed it since. Throws ApiError where the server refuses to listen. */
export async function saveCell(changes: VisitChanges, change: CellChange): Promise<Refusals> {
  const { place, value, seen, keepInvalid, also } = change
  const edits = [{ ...editOf(place.column, value, seen), ...(keepInvalid && { keepInvalid }) }]
  if (also) edits.push(editOf(also.field, also.value, also.before))
  const { id, skipped } = await changes.change({ selection: { ids: [place.row] }, edits, origin: 'cell' })
  const refusalOf = async (column: string): Promise<CellRefusal | undefined> => {
    const found = skipped.find(({ field }) => field === column)
    return found && { ...(await detailsOf(id, column)), reason: found.reason }
  }
  return { own: await refusalOf(place.column), also: also && (await refusalOf(also.field)) }
}

const editOf = (field: string, value: FieldValue, before: FieldValue): Edit => ({
  field,
  ...(isMissing(value) ? { verb: 'clear' } : { verb: 'set', value: toBody(value) }),
  before: toBody(before),
})

const toBody = (value: FieldValue): Exclude<Edit['value'], undefined> =>
  Array.isArray(value) ? [...value] : (value as string | number | boolean | null)

/** What the plan says of the cell; the reason alone will do where that cannot be read. */
async function detailsOf(setId: number, column: string): Promise<Omit<CellRefusal, 'reason'>> {
  const { lines } = await call(listChangeLines, { params: { id: setId, page: 1 } }).catch(() => ({
    lines: [],
  }))
  const line = lines.find(({ field }) => field === column)
  return {
    ...(line?.problem !== undefined && { problem: line.problem }),
    ...(line?.holder && { holder: line.holder.name }),
    ...(line?.portfolio !== undefined && { portfolio: line.portfolio }),
  }
}

import type { ChangeSetRequest } from '#features/change-sets/change-sets-api.ts'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { CellPlace, CellRange } from '#ui/grid/cell-commands.ts'

interface BlockEdits {
  /** Absent where nothing of the block can be changed. */
  request?: Pick<ChangeSetRequest, 'selection' | 'edits' | 'origin'>
  /** Columns that are left alone. */
  left: readonly string[]
}

type Edit = NonNullable<ChangeSetRequest['edits']>[number]

/** Empties a block, as far as its columns can be empty. */
export function clearing(
  { rows }: CellRange,
  fields: readonly DescribedField[],
  isEditable: (field: DescribedField) => boolean,
): BlockEdits {
  const edited = fields.filter(field => isEditable(field) && !field.neverEmpty)
  const edits = edited.map(({ id }): Edit => ({ field: id, verb: 'clear' }))
  return editsOf(edits, rows, fields, 'cell')
}

/** Gives each column of a block the value of its first row. A national number is never known here, so it is left. */
export function filling(
  { rows }: CellRange,
  source: ClientRow,
  fields: readonly DescribedField[],
  isEditable: (field: DescribedField) => boolean,
): BlockEdits {
  const edits = fields.filter(isEditable).flatMap(({ id, kind, neverEmpty }): Edit[] => {
    const value = source.values[id] ?? null
    if (kind === 'nationalNumber' || (value === null && neverEmpty)) return []
    return [value === null ? { field: id, verb: 'clear' } : { field: id, verb: 'set', value }]
  })
  return editsOf(edits, rows.slice(1), fields, 'fillDown')
}

function editsOf(
  edits: Edit[],
  ids: readonly number[],
  fields: readonly DescribedField[],
  origin: 'cell' | 'fillDown',
): BlockEdits {
  const left = fields.map(({ id }) => id).filter(id => !edits.some(({ field }) => field === id))
  if (edits.length === 0 || ids.length === 0) return { left }
  return { request: { selection: { ids: [...ids] }, edits, origin }, left }
}

/** Tells the cells that a change of a block writes. */
export function writtenBy({
  selection,
  edits = [],
  cells = [],
}: Pick<ChangeSetRequest, 'selection' | 'edits' | 'cells'>): (place: CellPlace) => boolean {
  const rows = new Set(selection && 'ids' in selection ? selection.ids : [])
  const columns = new Set(edits.map(({ field }) => field))
  const single = new Set(cells.map(({ client, field }) => `${client} ${field}`))
  return ({ row, column }) => (rows.has(row) && columns.has(column)) || single.has(`${row} ${column}`)
}

import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import type { FieldGroup } from '#kernel/fields/field.ts'
import type { DescribedField } from '../clients-api.ts'
import { DEFAULT_SORT } from './list-sort.ts'
import { columnGroups } from './panels/column-order.ts'

/** The fields of a client as the browser knows them, in the order of the catalogue. */
export type FieldsById = ReadonlyMap<string, DescribedField>

/** The column by which a client is known: always there, first, and in sight. */
export const NAME_FIELD = 'identity.name'

/** Columns of one group that stand together, all of them and those in sight. */
export interface ColumnGroup {
  id: FieldGroup
  label: string
  folded: boolean
  fields: readonly DescribedField[]
}

/**
 * An arrangement of all columns that there are now: those that are gone leave it, and new ones come at the end of
 * their group. Without one, the arrangement that everybody starts with.
 */
export function completeLayout(kept: ColumnLayout | null, fieldsById: FieldsById): ColumnLayout {
  const fields = [...fieldsById.values()]
  const known = new Set(kept?.order)
  const isShown = new Set(kept?.shown)
  const shown = (field: DescribedField) =>
    known.has(field.id) ? isShown.has(field.id) : field.shownByDefault
  return {
    order: orderOf(kept?.order ?? [], fieldsById),
    shown: fields.filter(field => field.id === NAME_FIELD || shown(field)).map(field => field.id),
    foldedGroups: kept?.foldedGroups ?? [],
    widths: kept?.widths ?? {},
    sort: kept?.sort.filter(({ field }) => fieldsById.has(field)) ?? DEFAULT_SORT,
  }
}

/** The groups of columns from left to right, with the columns that are shown; the name comes before all. */
export function arrangeColumns(layout: ColumnLayout, fields: FieldsById): ColumnGroup[] {
  const isShown = new Set([NAME_FIELD, ...layout.shown])
  return columnGroups(fields, layout)
    .map(({ group, label, columns }) => ({
      id: group,
      label,
      folded: layout.foldedGroups.includes(group),
      fields: nameFirst(columns.filter(field => isShown.has(field.id))),
    }))
    .filter(group => group.fields.length > 0)
}

/** The columns of a group that are in sight: the first one when it is folded. */
export const fieldsInSight = ({ folded, fields }: ColumnGroup): readonly DescribedField[] =>
  folded ? fields.slice(0, 1) : fields

/** The arrangement with exactly these columns shown, in this order. */
export function withColumns(layout: ColumnLayout, columns: readonly string[]): ColumnLayout {
  const known = columns.filter(id => layout.order.includes(id))
  const rest = layout.order.filter(id => !known.includes(id))
  return { ...layout, order: [...known, ...rest], shown: [...new Set([NAME_FIELD, ...known])] }
}

const nameFirst = (fields: readonly DescribedField[]): readonly DescribedField[] =>
  fields.toSorted((a, b) => Number(b.id === NAME_FIELD) - Number(a.id === NAME_FIELD))

function orderOf(kept: readonly string[], fields: FieldsById): string[] {
  const order = kept.filter(id => fields.has(id))
  for (const field of fields.values()) {
    if (order.includes(field.id)) continue
    const lastOfGroup = order.findLastIndex(id => fields.get(id)?.group === field.group)
    order.splice(lastOfGroup < 0 ? order.length : lastOfGroup + 1, 0, field.id)
  }
  return order
}

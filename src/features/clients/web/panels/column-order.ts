import type { DescribedField } from '#features/clients/clients-api.ts'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import type { FieldGroup } from '#kernel/fields/field.ts'
import { foldText } from '#kernel/text.ts'

type Fields = ReadonlyMap<string, DescribedField>

/** A group of columns as the panel lists it. */
export interface ColumnGroup {
  group: FieldGroup
  label: string
  columns: readonly DescribedField[]
}

/**
 * The columns by group, each group in the order of the layout. Groups keep the order of the catalogue: a column moves
 * within its group only, since the grid shows each group under one heading.
 */
export function columnGroups(fields: Fields, layout: ColumnLayout): readonly ColumnGroup[] {
  const place = new Map(layout.order.map((id, index) => [id, index]))
  const placeOf = (field: DescribedField) => place.get(field.id) ?? Number.POSITIVE_INFINITY
  const groups = new Map<FieldGroup, DescribedField[]>()
  for (const field of fields.values()) {
    if (!field.unlisted) groups.set(field.group, [...(groups.get(field.group) ?? []), field])
  }
  return [...groups].map(([group, columns]) => ({
    group,
    label: columns[0]?.groupLabel ?? group,
    columns: columns.toSorted((a, b) => compare(placeOf(a), placeOf(b))),
  }))
}

/** The groups with only the columns whose label, or whose group's label, has the searched text in it. */
export function groupsFound(groups: readonly ColumnGroup[], search: string): readonly ColumnGroup[] {
  const wanted = foldText(search.trim())
  const finds = (label: string) => foldText(label).includes(wanted)
  return groups
    .map(group => ({
      ...group,
      columns: finds(group.label) ? group.columns : group.columns.filter(c => finds(c.label)),
    }))
    .filter(group => group.columns.length > 0)
}

/** Shows a column that is hidden, hides one that is shown. */
export function withToggledColumn(layout: ColumnLayout, id: string): ColumnLayout {
  if (!layout.shown.includes(id)) return { ...layout, shown: [...layout.shown, id] }
  return isAlwaysShown(id) ? layout : { ...layout, shown: layout.shown.filter(shown => shown !== id) }
}

/** A row without the name would say nothing of whom it is about. */
export const isAlwaysShown = (id: string): boolean => id === 'identity.name'

/** The layout with a column put at a place (0 is the first) of its group. */
export function withMovedColumn(
  fields: Fields,
  layout: ColumnLayout,
  id: string,
  place: number,
): ColumnLayout {
  const group = fields.get(id)?.group
  const order = columnGroups(fields, layout).flatMap(({ group: one, columns }) => {
    const ids = columns.map(column => column.id)
    return one === group ? ids.filter(other => other !== id).toSpliced(place, 0, id) : ids
  })
  return { ...layout, order }
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

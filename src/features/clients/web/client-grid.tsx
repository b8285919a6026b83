import { useMediaQuery } from '@mantine/hooks'
import { type Ref, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnLayout } from '#features/column-layout/column-layout-api.ts'
import { conditionsOf, type Filter } from '#kernel/filters/filter.ts'
import { ROW_HEIGHTS, useDensity } from '#ui/appearance.ts'
import { DataGrid } from '#ui/grid/data-grid.tsx'
import type { DataGridHandle, DataGridProps } from '#ui/grid/data-grid-props.ts'
import type { GridGroup } from '#ui/grid/grid-columns.ts'
import { useLanguage } from '#ui/i18n.ts'
import type { ClientRow, DescribedField, Sort } from '../clients-api.ts'
import { type ColumnGroup, type FieldsById, fieldsInSight, NAME_FIELD } from './arrange-columns.ts'
import { type CellContext, clientCell, nameCell, summaryCell } from './cells/client-cell.ts'
import { useCellTexts, useGridTexts } from './cells/grid-texts.ts'
import type { ClientList } from './client-list-queries.ts'
import type { CellDrafts } from './editing/cell-drafts.ts'
import { type CellEditing, whyNoCell, whyNotEditable } from './editing/editability.ts'
import type { ListStanding } from './editing/list-standing.ts'
import { sortByField } from './list-sort.ts'

const NARROW = '(max-width: 640px)'
/** On a phone the name stands over a summary, so that a row is read without scrolling sideways. */
const WHEN_NARROW = { nameWidth: 190, rowHeight: 54 }

type PassedOn = Pick<
  DataGridProps<ClientRow>,
  | 'store'
  | 'selection'
  | 'onSelect'
  | 'onSort'
  | 'onOpenMenu'
  | 'onToggleGroup'
  | 'onResize'
  | 'onCopy'
  | 'cells'
  | 'onRowsLoaded'
  | 'onCurrentRow'
  | 'onFailure'
>

export interface ClientGridProps extends PassedOn {
  list: ClientList
  columns: readonly ColumnGroup[]
  widths: ColumnLayout['widths']
  fields: FieldsById
  filter: Filter
  sort: Sort
  editing: CellEditing
  drafts: CellDrafts
  standing: ListStanding
  ref: Ref<DataGridHandle>
}

/** The clients of the list under the columns that the user has arranged. */
export function ClientGrid({
  list,
  columns,
  widths,
  fields,
  filter,
  sort,
  editing,
  drafts,
  standing,
  ...passedOn
}: ClientGridProps) {
  const { t } = useTranslation('clients')
  const language = useLanguage()
  const density = useDensity()
  const isNarrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false })
  const texts = useCellTexts()
  const groups = useMemo(() => {
    const context: CellContext = {
      fields,
      language,
      today: editing.today,
      texts,
      draftOf: place => drafts.get(place),
      isOutside: row => standing.isOutside(row),
      isEditable: (field, row) => whyNotEditable(field, row, editing) === undefined,
    }
    const isEditable = (field: DescribedField) => whyNoCell(field, editing) === undefined
    return columns.map(group => gridGroup(group, widths, isNarrow, isEditable, context))
  }, [columns, widths, isNarrow, fields, language, texts, editing, drafts, standing])
  return (
    <DataGrid
      label={t('title')}
      texts={useGridTexts(passedOn.store)}
      groups={groups}
      ids={list.ids}
      listKey={list.key}
      rowHeight={isNarrow ? WHEN_NARROW.rowHeight : ROW_HEIGHTS[density]}
      sort={useMemo(() => sortByField(sort), [sort])}
      filtered={useMemo(() => new Set(conditionsOf(filter).map(({ field }) => field)), [filter])}
      {...passedOn}
    />
  )
}

function gridGroup(
  group: ColumnGroup,
  widths: ColumnLayout['widths'],
  isNarrow: boolean,
  isEditable: (field: DescribedField) => boolean,
  context: CellContext,
): GridGroup<ClientRow> {
  return {
    id: group.id,
    label: group.label,
    folded: group.folded,
    size: group.fields.length,
    columns: fieldsInSight(group).map(field => {
      const isName = field.id === NAME_FIELD
      const draw = isName ? (isNarrow ? summaryCell : nameCell) : clientCell
      const width = widths[field.id] ?? Math.max(field.width, widthOfHeader(field.label))
      return {
        id: field.id,
        label: field.label,
        width: isName && isNarrow ? Math.min(width, WHEN_NARROW.nameWidth) : width,
        pinned: isName,
        alignEnd: field.kind === 'money',
        sortable: field.sortable,
        editable: isEditable(field),
        // The name will lead to the client; its pencil edits it.
        editsOnClick: !isName,
        cell: row => draw(field, row, context),
      }
    }),
  }
}

/** About what a name and its arrow take, so that no language's is cut; very long names are all the same. */
const widthOfHeader = (label: string): number => Math.min(Math.round(label.length * 6.6 + 36), 190)

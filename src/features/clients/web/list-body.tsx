import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadablePortfolio } from '#features/portfolios/portfolios-api.ts'
import type { Me } from '#features/sign-in/sign-in-api.ts'
import type { FieldGroup } from '#kernel/fields/field.ts'
import type { DataGridHandle, DataGridProps } from '#ui/grid/data-grid-props.ts'
import { showNoticeWithButton } from '#ui/notice-with-button.tsx'
import type { ClientRow } from '../clients-api.ts'
import { type FieldsById, NAME_FIELD } from './arrange-columns.ts'
import { ClientGrid } from './client-grid.tsx'
import classes from './client-list.module.css'
import type { ListStanding } from './editing/list-standing.ts'
import { useBlockCommands } from './editing/use-block-commands.tsx'
import { useCellEditing } from './editing/use-cell-editing.tsx'
import { useEditingRights } from './editing/use-editing-rights.ts'
import type { VisitChanges } from './editing/visit-changes.ts'
import { sortByColumn } from './list-sort.ts'
import { FailedState, LoadingRows, NoClientState } from './list-state.tsx'
import { NoMatchState } from './no-match-state.tsx'
import { useCellMenu } from './use-cell-menu.tsx'
import { useCopyClients } from './use-copy-clients.ts'
import type { ListView } from './use-list-view.ts'

export interface ListBodyProps extends Pick<DataGridProps<ClientRow>, 'onOpenMenu' | 'onCurrentRow'> {
  view: ListView
  fields: FieldsById
  me: Me
  portfolios: readonly ReadablePortfolio[]
  changes: VisitChanges
  standing: ListStanding
  gridRef: RefObject<DataGridHandle | null>
  onImport: (() => void) | undefined
}

/** The clients, or why there are none to show; the headers stay in reach, since their menus may be the way out. */
export function ListBody({ view, fields, gridRef, onImport, ...rest }: ListBodyProps) {
  const { me, portfolios, changes, standing, ...passedOn } = rest
  const { t } = useTranslation('clients')
  const { answer, list, columns, filters, text, request, selection } = view
  const editing = useEditingRights(me.user.role, portfolios, view.fields)
  standing.follow(list, view.fields, editing.today)
  const cells = useCellEditing({ userId: me.user.id, rows: view.rows, grid: gridRef, changes, editing })
  const { copySelection, copyBlock } = useCopyClients(view)
  const { drafts } = cells
  const blocks = useBlockCommands({ rows: view.rows, changes, editing, drafts, grid: gridRef })
  const { openMenu, menu } = useCellMenu({
    fields,
    nameOf: id => String(view.rows.get(id)?.values[NAME_FIELD] ?? `n° ${id}`),
    edit: cells.commands.edit,
    whyNotEditable: cells.commands.hintOf,
    copy: cell => copyBlock({ rows: [cell.row], columns: [cell.column], rowsFrom: [], columnsFrom: [] }),
  })
  if (!list) {
    return (
      <div className={classes.list}>
        {answer.error ? (
          <FailedState error={answer.error} onRetry={() => void answer.refetch()} />
        ) : (
          <LoadingRows />
        )}
      </div>
    )
  }
  const toggleGroup = (group: string) =>
    columns.keep({ foldedGroups: toggled(columns.layout.foldedGroups, group as FieldGroup) })
  return (
    <div
      className={classes.list}
      aria-busy={answer.isPlaceholderData}
      data-busy={answer.isPlaceholderData || undefined}
    >
      <ClientGrid
        ref={gridRef}
        list={list}
        store={view.rows}
        columns={view.groups}
        widths={columns.layout.widths}
        fields={fields}
        filter={filters.filter}
        sort={view.sort}
        selection={selection.selection}
        onSelect={selection.select}
        onSort={(field, add) => view.sortBy(sortByColumn(view.sort, field, add))}
        onToggleGroup={toggleGroup}
        onResize={(field, width) => columns.keep({ widths: { ...columns.layout.widths, [field]: width } })}
        editing={editing}
        drafts={drafts}
        standing={standing}
        onCopy={copySelection}
        cells={{ ...cells.commands, ...blocks.commands, copyBlock, openMenu }}
        onRowsLoaded={cells.onRowsLoaded}
        onFailure={() =>
          // Once for all the windows that fail together.
          showNoticeWithButton({
            id: 'rows-failed',
            color: 'red',
            autoClose: false,
            message: t('grid.rowsFailed'),
            button: t('states.retry'),
            onPress: () => gridRef.current?.refresh(),
          })
        }
        {...passedOn}
      />
      {cells.overlay}
      {menu}
      {blocks.dialog}
      {list.matched === 0 && (
        <div className={classes.over}>
          {list.total === 0 ? (
            <NoClientState isPortfolio={request.portfolioId !== undefined} onImport={onImport} />
          ) : (
            <NoMatchState
              portfolioId={request.portfolioId}
              filter={filters.filter}
              search={text.search}
              fields={fields}
              onFilter={filters.apply}
              onClearSearch={() => text.type('')}
              onShowEverything={view.showEverything}
            />
          )}
        </div>
      )}
    </div>
  )
}

const toggled = (groups: readonly FieldGroup[], group: FieldGroup): FieldGroup[] =>
  groups.includes(group) ? groups.filter(other => other !== group) : [...groups, group]

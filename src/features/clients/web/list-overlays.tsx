import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import type { Me } from '#features/sign-in/sign-in-api.ts'
import type { Sort } from '../clients-api.ts'
import type { AddedClient } from './adding/use-new-client.ts'
import { AnchoredPopover } from './anchored-popover.tsx'
import type { FieldsById } from './arrange-columns.ts'
import type { ListRequest } from './client-list-queries.ts'
import type { CellEditing } from './editing/editability.ts'
import type { VisitChanges } from './editing/visit-changes.ts'
import type { ImportDialog } from './import-dialog.ts'
import type { Overlay } from './list-overlay.ts'
import { directionOf, sortOneWay } from './list-sort.ts'
import { useSavedFilterCommands } from './saved-filter-commands.ts'
import type { LayoutControls } from './use-column-layout.ts'
import type { ListFilters } from './use-list-filters.ts'

const FilterMenu = lazy(async () => ({ default: (await import('./panels/filter-menu.tsx')).FilterMenu }))
const FilterPanel = lazy(async () => ({ default: (await import('./panels/filter-panel.tsx')).FilterPanel }))
const ColumnsPanel = lazy(async () => ({
  default: (await import('./panels/columns-panel.tsx')).ColumnsPanel,
}))
const ChipMenu = lazy(async () => ({ default: (await import('./panels/chip-menu.tsx')).ChipMenu }))
const AddClientDialog = lazy(async () => ({
  default: (await import('./adding/add-client-dialog.tsx')).AddClientDialog,
}))
const BulkEditDialog = lazy(async () => ({
  default: (await import('./bulk-edit/bulk-edit-dialog.tsx')).BulkEditDialog,
}))
const DeleteDialog = lazy(async () => ({
  default: (await import('./deleting/delete-dialog.tsx')).DeleteDialog,
}))
const SaveFilterDialog = lazy(async () => ({
  default: (await import('./panels/save-filter-dialog.tsx')).SaveFilterDialog,
}))

export interface ListOverlaysProps {
  overlay: Overlay | undefined
  onClose: () => void
  onOpen: (overlay: Overlay) => void
  fields: FieldsById
  filters: ListFilters
  request: ListRequest
  sort: Sort
  onSort: (sort: Sort) => void
  columns: LayoutControls
  /** Columns and order as they are now, for a filter that remembers them. */
  view: NonNullable<SavedFilter['view']>
  me: Me
  onSaved: (savedFilter: SavedFilter) => void
  /** Keeps in a saved filter what is on now. */
  onUpdate: (savedFilter: SavedFilter) => void
  importDialog: ImportDialog | undefined
  onImported: () => void
  editing: CellEditing
  changes: VisitChanges
  onAdded: (added: AddedClient) => void
  nameOf: (id: number) => string | undefined
  onDeleted: () => void
}

/** The menus, panels and dialogs of the list; each is fetched when it is first opened. */
export function ListOverlays(props: ListOverlaysProps) {
  const { overlay, onClose, onImported, importDialog: ImportDialog } = props
  const isImporting = overlay?.kind === 'import'
  const [hasImported, setHasImported] = useState(false)
  if (isImporting && !hasImported) setHasImported(true)
  return (
    <Suspense fallback={null}>
      {overlay && !isImporting && <Content {...props} overlay={overlay} />}
      {/* It stays when it is closed, so that an import can be gone on with. */}
      {hasImported && ImportDialog && (
        <ImportDialog opened={isImporting} onClose={onClose} onImported={onImported} />
      )}
    </Suspense>
  )
}

type ContentProps = ListOverlaysProps & { overlay: Exclude<Overlay, { kind: 'import' }> }

function Content({ overlay, onClose, fields, filters, request, sort, onSort, ...props }: ContentProps) {
  switch (overlay.kind) {
    case 'columnMenu': {
      const field = fields.get(overlay.field)
      if (!field) return null
      return (
        <AnchoredPopover key={field.id} anchor={overlay.anchor} onClose={onClose}>
          <FilterMenu
            field={field}
            fields={fields}
            filter={filters.filter}
            selection={request}
            sort={directionOf(sort, field.id)}
            onSort={direction => onSort(sortOneWay(field.id, direction))}
            onChange={filters.apply}
            onClose={onClose}
          />
        </AnchoredPopover>
      )
    }
    case 'columns':
      return (
        <AnchoredPopover anchor={overlay.anchor} width={340} onClose={onClose}>
          <ArrangedColumns fields={fields} columns={props.columns} onClose={onClose} />
        </AnchoredPopover>
      )
    case 'chipMenu':
      return (
        <AnchoredPopover key={overlay.savedFilter.id} anchor={overlay.anchor} onClose={onClose}>
          <SavedFilterMenu {...props} savedFilter={overlay.savedFilter} filters={filters} onClose={onClose} />
        </AnchoredPopover>
      )
    case 'funnel':
      return (
        <FilterPanel
          opened
          fields={fields}
          filter={filters.filter}
          portfolioId={request.portfolioId}
          onApply={filters.apply}
          onClose={onClose}
        />
      )
    case 'addClient':
      return (
        <AddClientDialog
          editing={props.editing}
          portfolioId={request.portfolioId}
          onAdded={props.onAdded}
          onClose={onClose}
        />
      )
    case 'bulkEdit':
      return (
        <BulkEditDialog
          ids={overlay.ids}
          fields={fields}
          editing={props.editing}
          changes={props.changes}
          onClose={onClose}
        />
      )
    case 'delete':
      return (
        <DeleteDialog
          ids={overlay.ids}
          names={overlay.ids.slice(0, MOST_NAMED).flatMap(id => props.nameOf(id) ?? [])}
          fields={fields}
          changes={props.changes}
          onDeleted={props.onDeleted}
          onClose={onClose}
        />
      )
    case 'saveFilter':
      return (
        <SaveFilterDialog
          opened
          mode={overlay.edited ? 'edit' : 'create'}
          initial={overlay.edited}
          filter={filters.filter}
          view={props.view}
          fields={fields}
          existingNames={filters.saved.filter(({ mine }) => mine).map(({ name }) => name)}
          onSaved={props.onSaved}
          onClose={onClose}
        />
      )
  }
}

/** Clients that are named before they are deleted; the others are counted. */
const MOST_NAMED = 5

function ArrangedColumns({ fields, columns, onClose }: Pick<ContentProps, 'fields' | 'columns' | 'onClose'>) {
  const { t } = useTranslation('clients')
  const done = (message: string) => () => {
    notifications.show({ message })
    onClose()
  }
  const refused = ({ message }: Error) => notifications.show({ message, color: 'red' })
  return (
    <ColumnsPanel
      fields={fields}
      layout={columns.layout}
      onChange={columns.change}
      onSave={() => void columns.save().then(done(t('grid.layoutSaved')), refused)}
      onReset={() => void columns.reset().then(done(t('grid.layoutReset')), refused)}
      onClose={onClose}
    />
  )
}

type SavedFilterMenuProps = Pick<ContentProps, 'filters' | 'onClose' | 'onOpen' | 'onUpdate' | 'me'> & {
  savedFilter: SavedFilter
}

function SavedFilterMenu({ savedFilter, filters, me, onClose, onOpen, onUpdate }: SavedFilterMenuProps) {
  const { change, remove, takeOver } = useSavedFilterCommands()
  const isChanged = filters.isChanged && filters.chosen?.id === savedFilter.id
  return (
    <ChipMenu
      savedFilter={savedFilter}
      isAdministrator={me.user.role === 'administrator'}
      onEdit={() => onOpen({ kind: 'saveFilter', edited: savedFilter })}
      onToggleShared={() => change(savedFilter, { shared: !savedFilter.shared })}
      onDelete={() => remove(savedFilter)}
      onTakeOver={() => takeOver(savedFilter)}
      onUpdate={isChanged ? () => onUpdate(savedFilter) : undefined}
      onClose={onClose}
    />
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayImport } from '#features/imports/import-rights.ts'
import { listLinks } from '#features/loupe/loupe-api.ts'
import type { SavedFilter } from '#features/saved-filters/saved-filters-api.ts'
import type { Me } from '#features/sign-in/sign-in-api.ts'
import { conditionsOf } from '#kernel/filters/filter.ts'
import type { DataGridHandle } from '#ui/grid/data-grid-props.ts'
import { NO_SELECTION, toggleAll } from '#ui/grid/row-selection.ts'
import { useLanguage } from '#ui/i18n.ts'
import { queryOf } from '#ui/queries.ts'
import { queryClients } from '../clients-api.ts'
import { useAddedClient } from './adding/use-added-client.tsx'
import { NAME_FIELD } from './arrange-columns.ts'
import classes from './client-list.module.css'
import { useEditingRights } from './editing/use-editing-rights.ts'
import { useLiveChanges } from './editing/use-live-changes.ts'
import { useVisitChanges } from './editing/use-visit-changes.tsx'
import { FilterChips } from './filter-chips.tsx'
import type { ImportDialog } from './import-dialog.ts'
import { ListBody } from './list-body.tsx'
import { ListFoot } from './list-foot.tsx'
import { type Overlay, openedNext } from './list-overlay.ts'
import { ListOverlays } from './list-overlays.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import { LoupeMenu } from './panels/loupe-menu.tsx'
import { PortfolioTabs } from './portfolio-tabs.tsx'
import { useSavedFilterCommands } from './saved-filter-commands.ts'
import { useClientActions } from './use-client-actions.ts'
import { useCopyClients } from './use-copy-clients.ts'
import { useListActions } from './use-list-actions.ts'
import { type ListView, type ListViewInput, useListView } from './use-list-view.ts'
import { useNamedClients } from './use-named-clients.ts'
import { useSlashKey } from './use-slash-key.ts'

export interface ClientListScreenProps extends ListViewInput {
  me: Me
  importDialog: ImportDialog | undefined
  /** Of the firm's clients, read before any of them. */
  versionAtStart: number
}

/** The list with everything around it, once what it stands on is there. */
export function ClientListScreen({ me, importDialog, versionAtStart, ...input }: ClientListScreenProps) {
  const { t } = useTranslation('clients')
  const queries = useQueryClient()
  const { portfolios } = input
  const view = useListView(input)
  const fields = useNamedClients(input.fields, view.filters.filter)
  const { filters, columns, text, list, selection, sort } = view
  const { change, reload } = useSavedFilterCommands()
  const grid = useRef<DataGridHandle>(null)
  const visit = useVisitChanges(view.rows, grid)
  useLiveChanges(versionAtStart, visit.showChanged)
  const [overlay, setOverlay] = useState<Overlay>()
  const [currentRow, setCurrentRow] = useState<number>()
  const open = useCallback((asked: Overlay) => setOverlay(current => openedNext(current, asked)), [])
  const close = useCallback(() => setOverlay(undefined), [])
  const searchBox = useRef<HTMLInputElement>(null)
  useSlashKey(useCallback(() => searchBox.current?.focus(), []))

  const onImport = importDialog && mayImport(me.user) ? () => open({ kind: 'import' }) : undefined
  const selected = () => list?.ids.filter(id => selection.selection.ids.has(id)) ?? []
  const { copySelection } = useCopyClients(view)
  const editing = useEditingRights(me.user.role, portfolios, fields)
  const actions = useClientActions(editing, selection.selection.ids.size, {
    add: () => open({ kind: 'addClient' }),
    edit: () => open({ kind: 'bulkEdit', ids: selected() }),
    remove: () => open({ kind: 'delete', ids: selected() }),
    copy: () => copySelection({ row: 0, column: NAME_FIELD }),
    startImport: onImport,
  })
  const selectAll = () => list && selection.select(toggleAll(selection.selection, list.ids))
  const openFunnel = () => open({ kind: 'funnel' })
  useListActions({ selectAll, openFunnel, showEverything: view.showEverything }, actions)
  const onAdded = useAddedClient({ view, visit, grid, isEntering: overlay?.kind === 'addClient' })
  const rememberedView = { columns: view.shown.map(({ id }) => id), sort }
  const onSaved = async (savedFilter: SavedFilter) => {
    await reload()
    if (overlay?.kind === 'saveFilter' && !overlay.edited) filters.chooseSaved(savedFilter)
  }
  const onUpdate = (chosen: SavedFilter) =>
    change(
      chosen,
      { filter: filters.filter, ...(chosen.view && { view: rememberedView }) },
      t('chips.updated', { name: chosen.name }),
    )
  return (
    <div className={classes.screen}>
      <PortfolioTabs
        portfolios={portfolios}
        chosen={view.request.portfolioId}
        onChoose={view.choosePortfolio}
      />
      <FilterChips
        filters={filters}
        onOpenMenu={(savedFilter, anchor) => open({ kind: 'chipMenu', savedFilter, anchor })}
        onSaveAs={() => open({ kind: 'saveFilter', edited: undefined })}
        onUpdate={onUpdate}
      />
      <ListToolbar
        ref={searchBox}
        typed={text.typed}
        onType={text.type}
        onEnterList={() => grid.current?.focus()}
        selected={selection.extent}
        onSelectAll={selectAll}
        conditions={conditionsOf(filters.filter).length}
        onOpenFunnel={openFunnel}
        onOpenColumns={anchor => open({ kind: 'columns', anchor })}
        loupe={<Loupe view={view} currentRow={currentRow} />}
        actions={actions}
      />
      <ListBody
        view={view}
        fields={fields}
        me={me}
        portfolios={portfolios}
        changes={visit.changes}
        standing={visit.standing}
        gridRef={grid}
        onOpenMenu={(field, anchor) => open({ kind: 'columnMenu', field, anchor })}
        onCurrentRow={setCurrentRow}
        onImport={onImport}
      />
      <ListFoot
        numbers={list}
        selected={selection.selection.ids.size}
        filter={filters.filter}
        search={text.search}
        fields={fields}
        onFilter={filters.apply}
        onClearSearch={() => text.type('')}
      />
      <ListOverlays
        overlay={overlay}
        onOpen={open}
        onClose={close}
        fields={fields}
        filters={filters}
        request={view.request}
        sort={sort}
        onSort={view.sortBy}
        columns={columns}
        view={rememberedView}
        me={me}
        onSaved={savedFilter => void onSaved(savedFilter)}
        onUpdate={onUpdate}
        importDialog={importDialog}
        onImported={() => void queries.invalidateQueries()}
        editing={editing}
        changes={visit.changes}
        onAdded={onAdded}
        nameOf={id => view.rows.get(id)?.values[NAME_FIELD] as string | undefined}
        onDeleted={() => {
          selection.select(NO_SELECTION)
          void queries.invalidateQueries({ queryKey: [queryClients.path] })
        }}
      />
      {visit.question}
    </div>
  )
}

/** The institutions' pages about the client that alone is selected, else about the one on which the list stands. */
function Loupe({ view, currentRow }: { view: ListView; currentRow: number | undefined }) {
  const language = useLanguage()
  const { data } = useQuery({ ...queryOf(listLinks), staleTime: Number.POSITIVE_INFINITY })
  const { ids } = view.selection.selection
  const [selected] = ids
  // The row with the focus stays the current one until another has it, even where a filter has hidden it.
  const isListed = currentRow !== undefined && view.list?.ids.includes(currentRow)
  const id = ids.size === 1 ? selected : isListed ? currentRow : undefined
  const row = id === undefined ? undefined : view.rows.get(id)
  const client = row && { name: String(row.values[NAME_FIELD] ?? ''), values: row.values }
  return <LoupeMenu links={data?.links ?? []} client={client} language={language} />
}

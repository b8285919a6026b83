import { notifications } from '@mantine/notifications'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { editablePortfolios } from '#features/change-sets/change-rights.ts'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import type { FieldValue } from '#kernel/fields/field.ts'
import type { CellCommands, CellPlace } from '#ui/grid/cell-commands.ts'
import type { DataGridHandle, Direction } from '#ui/grid/data-grid-props.ts'
import type { RowStore } from '#ui/grid/row-store.ts'
import { useLanguage } from '#ui/i18n.ts'
import { NAME_FIELD } from '../arrange-columns.ts'
import { cellText } from '../cells/client-cell.ts'
import type { CellDraft } from './cell-drafts.ts'
import { CellEditor, isPicked } from './cell-editor.tsx'
import type { GivenValue } from './cell-editor-props.ts'
import { Conflict, type FoundChanged } from './conflict-dialog.tsx'
import { type CellEditing, whyNotEditable } from './editability.ts'
import { useRefusalWords } from './refusal-words.ts'
import { type CellRefusal, saveCell } from './save-cell.ts'
import { UnsavedNotice } from './unsaved-notice.tsx'
import { useCellDrafts } from './use-cell-drafts.ts'
import { useWhyNotEditable } from './use-editing-rights.ts'
import { useFocusBack } from './use-focus-back.ts'
import type { VisitChanges } from './visit-changes.ts'

export interface CellEditingInput {
  userId: number
  rows: RowStore<ClientRow>
  grid: RefObject<DataGridHandle | null>
  changes: VisitChanges
  editing: CellEditing
}

interface OpenEditor {
  place: CellPlace
  /** The character that opened it. */
  typed: string | undefined
  field: DescribedField
  /** As the user saw it when the editor opened, and as it is now. */
  row: ClientRow
  now: ClientRow
}

/** Editing single cells in the list (F40): the editor that is open, what is on its way, and what was kept back. */
export function useCellEditing({ userId, rows, grid, changes, editing }: CellEditingInput) {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const refusalInWords = useRefusalWords()
  const { drafts, unsaved } = useCellDrafts(userId, grid)
  const [open, setOpen] = useState<OpenEditor>()
  const [conflicts, setConflicts] = useState<readonly FoundChanged[]>([])
  const passConflict = () => setConflicts(found => found.slice(1))

  const edit = (place: CellPlace, typed?: string) => {
    const field = editing.fields.get(place.column)
    const row = rows.get(place.row)
    if (!field || !row || drafts.isUnderWay(place) || whyNotEditable(field, row, editing)) return
    // At once, so that the keys that follow are typed into it.
    flushSync(() => setOpen({ place: { ...place }, typed, field, row, now: row }))
  }
  const closed = useRef(new WeakSet<CellPlace>())
  /** False for an editor that is closed already: the focus that leaves it is no second wish. */
  const close = (place: CellPlace, direction?: Direction | 'stay'): boolean => {
    if (closed.current.has(place)) return false
    closed.current.add(place)
    setOpen(undefined)
    if (direction) grid.current?.focusCell(place, direction === 'stay' ? undefined : direction)
    return true
  }

  async function save(draft: CellDraft, value: FieldValue): Promise<void> {
    const sent: CellDraft = { ...draft, value, reason: undefined }
    drafts.set(sent)
    try {
      const { place, seen, keepInvalid, also } = sent
      const refused = await saveCell(changes, { place, value, seen, keepInvalid, also })
      if (refused.own) await keepBack(sent, value, refused.own)
      else settle(sent, value, refused.also ? undefined : also)
      if (also && refused.also) await keepBack(draftOf(also, place.row), also.value, refused.also)
    } catch (error) {
      drafts.set({ ...sent, reason: error instanceof Error ? error.message : t('failed') })
    }
  }

  /** Shows the value as saved before the row is read again. */
  function settle(draft: CellDraft, value: FieldValue, also: CellDraft['also']): void {
    const row = rows.get(draft.place.row)
    if (row)
      rows.put([withValue(withValue(row, draft.place.column, value, draft.name), also?.field, also?.value)])
    drafts.forget(draft)
  }

  async function keepBack(draft: CellDraft, value: FieldValue, refusal: CellRefusal): Promise<void> {
    const { row, column } = draft.place
    drafts.set({ ...draft, reason: refusalInWords(refusal) })
    if (refusal.reason !== 'changed') return
    await rows.fill([row])
    const theirs = rows.get(row)
    if (!theirs) return
    setConflicts(found => [
      ...found,
      { draft, mine: value, row: theirs, theirs: theirs.values[column] ?? null },
    ])
  }

  const nameOfCell = ({ row, column }: CellPlace) => ({
    field: editing.fields.get(column)?.label ?? column,
    name: String(rows.get(row)?.values[NAME_FIELD] ?? `n° ${row}`),
  })
  /** Opens the editor of a cell wherever it is; told where it is not in the list as it is shown now. */
  async function show(place: CellPlace): Promise<void> {
    await rows.fill([place.row]).catch(() => undefined)
    grid.current?.focusCell(place)
    await new Promise(requestAnimationFrame)
    if (grid.current?.cellElement(place)) edit(place)
    else notifications.show({ message: t('unsaved.notShown', nameOfCell(place)), color: 'orange' })
  }

  const onSave =
    (place: CellPlace, seen: FieldValue) => (given: GivenValue, direction?: Direction | 'stay') => {
      if (!close(place, direction)) return
      const { value, typed, name, keepInvalid, also } = given
      const kept = drafts.get(place)
      // What was kept back may be what the cell has by now; else there is a choice to make, whatever was seen then.
      const now = kept ? (rows.get(place.row)?.values[place.column] ?? null) : seen
      if (isSameValue(value, now) && !keepInvalid) return kept && drafts.forget(kept)
      void save({ place, typed, seen, name, keepInvalid, also }, value)
    }

  /** Somebody else may have changed the cell while it is edited. */
  const onRowsLoaded = (ids: readonly number[]) => {
    const now = open && ids.includes(open.place.row) ? rows.get(open.place.row) : undefined
    if (now) setOpen(current => current && { ...current, now })
  }

  const draft = open && drafts.get(open.place)
  // What was kept back still answers the value that was seen when it was typed.
  const seen = open ? (draft ? draft.seen : cellValueOf(open.row, open.place)) : null
  const theirs =
    open && !isSameValue(cellValueOf(open.now, open.place), seen)
      ? t('changedMeanwhile', { value: cellText(open.field, open.now, language) || t('noValue') })
      : undefined
  const editor: ReactNode = open && (
    <CellEditor
      key={`${open.place.row} ${open.place.column}`}
      field={open.field}
      row={open.row}
      today={editing.today}
      findCell={() => grid.current?.cellElement(open.place)}
      typed={open.typed ?? (isPicked(open.field) && draft?.value !== undefined ? undefined : draft?.typed)}
      kept={open.typed === undefined ? draft?.value : undefined}
      keptName={draft?.name}
      reason={theirs ?? (open.typed === undefined ? draft?.reason : undefined)}
      portfolios={editablePortfolios(editing)}
      onSave={onSave(open.place, seen)}
      onLeaveBad={(typed, reason) => {
        if (close(open.place)) drafts.set({ place: open.place, typed, seen, reason })
      }}
      onCancel={isElsewhere => void close(open.place, isElsewhere ? undefined : 'stay')}
    />
  )
  const conflict = conflicts[0]
  useFocusBack(grid, conflict !== undefined)
  const commands: Pick<CellCommands, 'edit' | 'hintOf'> = { edit, hintOf: useWhyNotEditable(editing, rows) }
  return {
    drafts,
    commands,
    onRowsLoaded,
    overlay: (
      <>
        {editor}
        {conflict && (
          <Conflict
            found={conflict}
            field={editing.fields.get(conflict.draft.place.column)}
            language={language}
            onKeepTheirs={() => {
              drafts.forget(drafts.get(conflict.draft.place) ?? conflict.draft)
              passConflict()
            }}
            onLater={passConflict}
            onReplace={() => {
              passConflict()
              void save({ ...conflict.draft, seen: conflict.theirs }, conflict.mine)
            }}
          />
        )}
        <UnsavedNotice
          unsaved={unsaved}
          nameOf={({ place }) => nameOfCell(place)}
          onShow={({ place }) => void show(place)}
          onRetry={() => {
            for (const one of unsaved) if (one.value !== undefined) void save(one, one.value)
          }}
          onGiveUp={() => {
            for (const one of unsaved) drafts.forget(one)
          }}
        />
      </>
    ),
  }
}

/** What was to go along with a cell, as a cell of its own. */
const draftOf = ({ field, value, before }: NonNullable<CellDraft['also']>, row: number): CellDraft => ({
  place: { row, column: field },
  typed: String(value ?? ''),
  value,
  seen: before,
})

function withValue(
  row: ClientRow,
  field: string | undefined,
  value: FieldValue | undefined,
  name?: string,
): ClientRow {
  if (field === undefined || value === undefined) return row
  return {
    ...row,
    values: { ...row.values, [field]: value as ClientRow['values'][string] },
    ...(name !== undefined && { names: { ...row.names, [field]: name } }),
  }
}

const cellValueOf = (row: ClientRow, { column }: CellPlace): FieldValue => row.values[column] ?? null

const isSameValue = (a: FieldValue, b: FieldValue): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every(one => b.includes(one)))

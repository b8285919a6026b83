import { notifications } from '@mantine/notifications'
import { type ReactNode, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeSetRequest, PlanAnswer } from '#features/change-sets/change-sets-api.ts'
import type { ClientRow, DescribedField } from '#features/clients/clients-api.ts'
import { formatCount } from '#ui/format.ts'
import type { CellCommands, CellRange } from '#ui/grid/cell-commands.ts'
import { readTabSeparated } from '#ui/grid/clipboard.ts'
import type { DataGridHandle } from '#ui/grid/data-grid-props.ts'
import type { RowStore } from '#ui/grid/row-store.ts'
import { useLanguage } from '#ui/i18n.ts'
import { clearing, filling, writtenBy } from './block-edits.ts'
import type { CellDrafts } from './cell-drafts.ts'
import { type CellEditing, whyNoCell } from './editability.ts'
import { tellLeftAlone } from './left-alone.tsx'
import { layOut, MOST_PASTED } from './paste-cells.ts'
import { PreviewDialog } from './preview-dialog.tsx'
import { useFocusBack } from './use-focus-back.ts'
import type { OnProgress, VisitChanges } from './visit-changes.ts'

export interface BlockInput {
  rows: RowStore<ClientRow>
  changes: VisitChanges
  editing: CellEditing
  drafts: CellDrafts
  grid: RefObject<DataGridHandle | null>
}

type Request = Omit<ChangeSetRequest, 'apply'>

interface Previewed {
  title: string
  request: Request
  notes: readonly string[]
  plan?: PlanAnswer
}

/** Pasting into blocks of cells, clearing and filling them: seen first, wherever more than one client changes. */
export function useBlockCommands({ rows, changes, editing, drafts, grid }: BlockInput): {
  commands: Pick<CellCommands, 'paste' | 'clear' | 'fillDown'>
  dialog: ReactNode
} {
  const { t } = useTranslation('editing')
  const language = useLanguage()
  const [previewed, setPreviewed] = useState<Previewed>()
  useFocusBack(grid, previewed !== undefined)
  const number = (count: number) => ({ count, number: formatCount(count, language) })
  const tellFailure = ({ message }: Error) => notifications.show({ message, color: 'red' })
  const labels = (columns: readonly string[]) =>
    columns.map(column => editing.fields.get(column)?.label ?? column).join(', ')
  const fieldsOf = (columns: readonly string[]) => columns.flatMap(column => editing.fields.get(column) ?? [])
  const isEditable = (field: DescribedField) => whyNoCell(field, editing) === undefined

  const ask = (title: string, request: Request, notes: readonly string[]) => {
    const asked: Previewed = { title, request, notes }
    setPreviewed(asked)
    changes.plan(request).then(
      plan => setPreviewed(current => (current === asked ? { ...asked, plan } : current)),
      error => {
        setPreviewed(undefined)
        tellFailure(error)
      },
    )
  }
  /** What changes one client is done at once: Ctrl+Z takes it back. */
  const doAtOnce = (request: Request, notes: readonly string[]) => {
    if (notes.length > 0) notifications.show({ message: notes.join(' '), color: 'orange' })
    changes.change(request).then(answer => {
      forgetDrafts(request)
      tellLeftAlone(answer, t, language)
    }, tellFailure)
  }
  /** What was kept back in a cell is outdated by what is written there. */
  const forgetDrafts = (request: Request) => {
    const isWritten = writtenBy(request)
    for (const draft of drafts.unsaved()) if (isWritten(draft.place)) drafts.forget(draft)
  }
  const apply = async ({ plan, request }: Previewed, onProgress: OnProgress) => {
    if (!plan) return
    await changes.apply(plan.id, { onProgress })
    forgetDrafts(request)
  }
  const tellNotes = (notes: readonly string[]) =>
    notifications.show({ message: notes.join(' ') || t('block.nothing'), color: 'orange' })

  const paste = (text: string, range: CellRange) => {
    const { cells, skippedColumns, cutRows, cutColumns } = layOut(readTabSeparated(text), range, column =>
      fieldsOf([column]).some(isEditable),
    )
    const notes = [
      ...(skippedColumns.length > 0 ? [t('block.skipped', { columns: labels(skippedColumns) })] : []),
      ...(cutRows > 0 ? [t('block.cutRows', number(cutRows))] : []),
      ...(cutColumns > 0 ? [t('block.cutColumns', number(cutColumns))] : []),
    ]
    if (cells.length > MOST_PASTED) return tellNotes([t('block.tooMany', number(MOST_PASTED))])
    if (cells.length === 0) return tellNotes(notes)
    const request: Request = { cells, origin: 'paste' }
    if (cells.length === 1) doAtOnce(request, notes)
    else ask(t('block.pasteTitle'), request, notes)
  }

  const clear = (range: CellRange) => {
    const { request, left } = clearing(range, fieldsOf(range.columns), isEditable)
    const notes = left.length > 0 ? [t('block.skipped', { columns: labels(left) })] : []
    if (!request) tellNotes(notes)
    else if (range.rows.length === 1) doAtOnce(request, notes)
    else ask(t('block.clearTitle'), request, notes)
  }

  const fillDown = async (range: CellRange) => {
    const source = range.rows[0]
    if (source === undefined) return
    await rows.fill([source])
    const row = rows.get(source)
    if (range.rows.length < 2 || !row) return tellNotes([t('block.fillHint')])
    const { request, left } = filling(range, row, fieldsOf(range.columns), isEditable)
    const notes = left.length > 0 ? [t('block.skipped', { columns: labels(left) })] : []
    if (request) ask(t('block.fillTitle'), request, notes)
    else tellNotes(notes)
  }

  return {
    commands: { paste, clear, fillDown: range => void fillDown(range).catch(tellFailure) },
    dialog: previewed && (
      <PreviewDialog
        title={previewed.title}
        plan={previewed.plan}
        notes={previewed.notes}
        fields={editing.fields}
        onApply={onProgress => apply(previewed, onProgress)}
        onClose={() => setPreviewed(undefined)}
      />
    ),
  }
}

import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryClients } from '#features/clients/clients-api.ts'
import type { DataGridHandle } from '#ui/grid/data-grid-props.ts'
import { toggleRow } from '#ui/grid/row-selection.ts'
import { useLatest } from '#ui/grid/use-latest.ts'
import { showNoticeWithButton } from '#ui/notice-with-button.tsx'
import { NAME_FIELD } from '../arrange-columns.ts'
import type { ClientList } from '../client-list-queries.ts'
import type { VisitChangesControls } from '../editing/use-visit-changes.tsx'
import type { ListView } from '../use-list-view.ts'
import type { AddedClient } from './use-new-client.ts'

interface AddedClientInput {
  view: ListView
  visit: VisitChangesControls
  grid: RefObject<DataGridHandle | null>
  /** Whether the next one is being entered already, which the list must not disturb. */
  isEntering: boolean
}

/** What the list does with a client that was added: shows and selects it, or says what hides it, and can take it back. */
export function useAddedClient({ view, visit, grid, isEntering }: AddedClientInput) {
  const { t } = useTranslation('adding')
  const queries = useQueryClient()
  const [awaited, setAwaited] = useState<AddedClient & { before: ClientList | undefined }>()
  const added = useRef(new Set<number>())
  const askAgain = () => void queries.invalidateQueries({ queryKey: [queryClients.path] })
  const { list, selection } = view

  const show = ({ id }: AddedClient) => {
    added.current.add(id)
    const { ids } = selection.selection
    // Whoever has selected others to work on keeps them, and them alone.
    if ([...ids].every(one => added.current.has(one)))
      selection.select({ ids: new Set([...ids, id]), anchor: id })
    if (!isEntering) grid.current?.focusCell({ row: id, column: NAME_FIELD })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list can have the client
  useEffect(() => {
    if (!awaited || !list || list === awaited.before || view.answer.isPlaceholderData) return
    setAwaited(undefined)
    if (list.ids.includes(awaited.id)) show(awaited)
    else tellHidden(awaited.name)
  }, [list, awaited])

  const tellHidden = (name: string) =>
    showNoticeWithButton({
      id: 'added-hidden',
      message: t('hidden', { name }),
      button: t('showIt'),
      onPress: () => view.showOnly({ field: NAME_FIELD, op: 'eq', value: name }),
    })
  const latest = useLatest(selection)
  return (client: AddedClient) => {
    const set = {
      id: client.changeSet,
      clients: 1,
      onTaken: (step: 'undo' | 'redo') => {
        const { selection: current, select } = latest.current
        if (current.ids.has(client.id)) select(toggleRow(current, client.id))
        askAgain()
        notifications.show({ message: t(step === 'undo' ? 'undone' : 'redone') })
      },
    }
    visit.note(set, [client.id], t('added', { name: client.name }))
    setAwaited({ ...client, before: list })
    askAgain()
  }
}

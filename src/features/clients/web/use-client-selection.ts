import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { isEveryRowSelected, keepListed, NO_SELECTION, type RowSelection } from '#ui/grid/row-selection.ts'
import type { ClientList } from './client-list-queries.ts'
import { useCountedText } from './use-counted-text.ts'

export interface ClientSelection {
  selection: RowSelection
  select: (selection: RowSelection) => void
  extent: 'none' | 'some' | 'all'
}

/** The selected clients; those that a new list hides leave the selection, and a notice says how many (F43). */
export function useClientSelection(list: ClientList | undefined): ClientSelection {
  const countedText = useCountedText()
  const [selection, select] = useState(NO_SELECTION)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another list makes clients leave
  useEffect(() => {
    if (!list) return
    const { selection: kept, left } = keepListed(selection, list.ids)
    if (left === 0) return
    select(kept)
    notifications.show({ message: countedText('foot.left', left) })
  }, [list])
  return { selection, select, extent: extentOf(selection, list) }
}

function extentOf(selection: RowSelection, list: ClientList | undefined): ClientSelection['extent'] {
  if (selection.ids.size === 0 || !list) return 'none'
  return isEveryRowSelected(selection, list.ids) ? 'all' : 'some'
}
